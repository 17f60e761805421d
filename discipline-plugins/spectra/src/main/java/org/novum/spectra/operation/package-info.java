/** The functions of the discipline, as the command line, agents and servers offer them. */
@NullMarked
package org.novum.spectra.operation;

import org.jspecify.annotations.NullMarked;
