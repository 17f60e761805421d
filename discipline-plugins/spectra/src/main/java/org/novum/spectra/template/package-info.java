/** Bases of templates, how they are trained, and the file that ships them. */
@NullMarked
package org.novum.spectra.template;

import org.jspecify.annotations.NullMarked;
