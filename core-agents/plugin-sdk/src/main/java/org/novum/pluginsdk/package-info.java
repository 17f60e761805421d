/**
 * Contracts of the service interfaces, as tests.
 *
 * <p>A discipline's test tree extends {@link org.novum.pluginsdk.DisciplineContract}, a connector's extends {@link
 * org.novum.pluginsdk.ConnectorContract}; each implements a few factory methods and inherits the tests. What a card
 * declares is tried, and what it does not declare must fail with a message that helps.
 */
@NullMarked
package org.novum.pluginsdk;

import org.jspecify.annotations.NullMarked;
