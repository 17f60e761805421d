/** Tests of the connector. */
@org.jspecify.annotations.NullMarked
package org.novum.texttables;
