/** Stand-ins for what the runtime lends to a plugin: datasets in memory, handles, a step's context. */
@NullMarked
package org.novum.pluginsdk.fake;

import org.jspecify.annotations.NullMarked;
