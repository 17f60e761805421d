package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.novum.api.data.DataException;
import org.novum.tabular.FileKind;

/** A way to write tables as text. */
sealed interface TextFormat permits EcsvFormat, YannyFormat, RegionSummaryFormat, ParticleFormat, BlankFormat {
    /** How much of a file is looked at to tell which format it has. */
    int HEAD = 1 << 14;

    /**
     * The tables of a file.
     *
     * @throws DataException naming the line, if it is not written in this way
     */
    List<TextTable> tables(TextFile file);

    /**
     * The format of a file: by its first bytes where they say it, else by its ending.
     *
     * @throws DataException if it is clearly no table
     */
    static TextFormat of(TextFile file, String name) {
        FileKind.requireTable(file.content(), file.label());
        String head = new String(file.content(), 0, Math.min(HEAD, file.content().length), StandardCharsets.UTF_8);
        if (head.isBlank()) {
            throw new DataException(file.label(), "the file is empty", "get it again");
        }
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zst)$", "");
        if (plain.endsWith(".ecsv") || EcsvFormat.recognises(head)) {
            return new EcsvFormat();
        }
        if (plain.endsWith(".par") || YannyFormat.recognises(head)) {
            return new YannyFormat();
        }
        if (RegionSummaryFormat.recognises(head)) {
            return new RegionSummaryFormat();
        }
        return ParticleFormat.recognises(head) ? new ParticleFormat() : new BlankFormat();
    }
}
