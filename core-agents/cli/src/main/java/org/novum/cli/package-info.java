/** The command line: parses, wires everything with constructors, prints. */
@NullMarked
package org.novum.cli;

import org.jspecify.annotations.NullMarked;
