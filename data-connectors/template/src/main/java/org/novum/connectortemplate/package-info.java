/** The smallest complete data connector, to copy: a text file of named columns with units. */
@NullMarked
package org.novum.connectortemplate;

import org.jspecify.annotations.NullMarked;
