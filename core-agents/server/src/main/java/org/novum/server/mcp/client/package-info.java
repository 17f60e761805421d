/** Tools of foreign servers over the Model Context Protocol. */
@NullMarked
package org.novum.server.mcp.client;

import org.jspecify.annotations.NullMarked;
