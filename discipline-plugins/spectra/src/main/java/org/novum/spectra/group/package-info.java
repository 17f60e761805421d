/** Groups of objects that share what no template explains, and their registered test. */
@NullMarked
package org.novum.spectra.group;

import org.jspecify.annotations.NullMarked;
