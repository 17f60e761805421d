/** A local server that speaks OpenAI's chat completions and says what a test tells it to. */
@NullMarked
package org.novum.pluginsdk.chat;

import org.jspecify.annotations.NullMarked;
