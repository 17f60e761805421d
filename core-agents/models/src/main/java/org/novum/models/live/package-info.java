/** Models at an address, through LangChain4j. */
@NullMarked
package org.novum.models.live;

import org.jspecify.annotations.NullMarked;
