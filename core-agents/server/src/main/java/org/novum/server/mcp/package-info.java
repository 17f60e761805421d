/** The Model Context Protocol. */
@NullMarked
package org.novum.server.mcp;

import org.jspecify.annotations.NullMarked;
