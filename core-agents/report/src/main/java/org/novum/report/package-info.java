/** What a run hands to its reader: findings.json, ledger.csv, the report page and the research object's metadata. */
@NullMarked
package org.novum.report;

import org.jspecify.annotations.NullMarked;
