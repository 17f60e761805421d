/** Journal and experiment ledger in SQLite files: write-ahead log, {@code synchronous=FULL}, one file each at rest. */
@NullMarked
package org.novum.journal.sqlite;

import org.jspecify.annotations.NullMarked;
