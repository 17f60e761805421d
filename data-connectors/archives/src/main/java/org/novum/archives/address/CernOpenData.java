package org.novum.archives.address;

/**
 * Files of records of CERN Open Data, {@code cern:RECORD/FILE}, and of its storage, {@code cern:eos/opendata/…}.
 *
 * <p>Files of a record are at {@code https://opendata.cern.ch/record/RECORD/files/FILE}, as in the portal's own record 545,
 * {@code http://opendata.cern.ch/record/545/files/Dimuon_DoubleMu.csv}. Records list large files as
 * {@code root://eospublic.cern.ch//eos/opendata/…}; the portal's client
 * (<a href="https://github.com/cernopendata/cernopendata-client">cernopendata-client</a>, {@code searcher.py} and
 * {@code config.py}) fetches them over HTTP from the same path on {@code opendata.cern.ch}.
 */
final class CernOpenData {
    private static final String FORM = "cern:RECORD/FILE, as in cern:545/Ymumu.csv, or cern:eos/opendata/PATH";

    private CernOpenData() {}

    static ArchiveFile file(ArchiveHosts hosts, String address, String rest) {
        if (!ArchiveAddresses.isPlain(rest)) {
            throw ArchiveAddresses.wrong(address, "it names no file of CERN Open Data", FORM);
        }
        if (rest.matches("eos/opendata/.+")) {
            return new ArchiveFile(
                    address, hosts.at(Archive.CERN, rest), "cern/" + rest, "check the path in the record's list of files");
        }
        if (!rest.matches("[1-9][0-9]{0,8}/[^/]+")) {
            throw ArchiveAddresses.wrong(address, "it has no number of a record with the name of one of its files", FORM);
        }
        int slash = rest.indexOf('/');
        String record = rest.substring(0, slash);
        return new ArchiveFile(
                address,
                hosts.at(Archive.CERN, "record/" + record + "/files/" + rest.substring(slash + 1)),
                "cern/" + rest,
                "check the name among the files of " + hosts.at(Archive.CERN, "record/" + record));
    }
}
