/** Tables and spectra of the Virtual Observatory. */
@NullMarked
package org.novum.votable;

import org.jspecify.annotations.NullMarked;
