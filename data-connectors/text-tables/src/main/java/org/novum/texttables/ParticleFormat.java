package org.novum.texttables;

import java.util.List;
import org.novum.api.data.DataException;

/**
 * The Particle Data Group's table of masses and widths for Monte Carlo programs, in fixed columns; one row for each particle
 * number, of which a line has as many as the particle has charges.
 *
 * <p>Source: {@code mass_width_YYYY.txt} of pdg.lbl.gov, whose remarks describe it. Errors are signed as they are there; what is
 * blank was not measured.
 */
record ParticleFormat() implements TextFormat {
    private static final List<TextColumn> COLUMNS = List.of(
            TextColumn.of("id", Reading.AsWritten.WHOLE),
            new TextColumn("mass", "GeV", Reading.AsWritten.REAL),
            new TextColumn("mass_error_plus", "GeV", Reading.AsWritten.REAL),
            new TextColumn("mass_error_minus", "GeV", Reading.AsWritten.REAL),
            new TextColumn("width", "GeV", Reading.AsWritten.REAL),
            new TextColumn("width_error_plus", "GeV", Reading.AsWritten.REAL),
            new TextColumn("width_error_minus", "GeV", Reading.AsWritten.REAL),
            TextColumn.of("name", Reading.AsWritten.TEXT),
            TextColumn.of("charge", Reading.AsWritten.TEXT));

    static boolean recognises(String head) {
        return head.lines()
                .takeWhile(line -> line.startsWith("*"))
                .anyMatch(line -> line.contains("Monte Carlo particle numbers"));
    }

    @Override
    public List<TextTable> tables(TextFile file) {
        ParticleLayout layout = ParticleLayout.of(file);
        Fields fields = new Fields(COLUMNS.size());
        LineCursor lines = file.lines();
        while (lines.next()) {
            if (!lines.isBlank() && !lines.beginsWith('*')) {
                add(new Particle(file, layout, lines.line(), lines.number), fields);
            }
        }
        if (fields.rows() == 0) {
            throw new DataException(file.label(), "there are no particles behind the remarks", "get the file again");
        }
        return List.of(new TextTable("", COLUMNS, fields));
    }

    private record Particle(TextFile file, ParticleLayout layout, String line, int number) {
        DataException broken(String problem) {
            return file.broken(number, problem, "correct the line, or get the file again from the Particle Data Group");
        }
    }

    private static void add(Particle particle, Fields fields) {
        if (particle.layout.isShifted(particle.line)) {
            throw particle.broken("there is text between the columns, which begin and end where the remarks in front say");
        }
        List<String> numbers =
                particle.layout.numbers().stream().map(range -> range.of(particle.line)).filter(text -> !text.isEmpty()).toList();
        String named = particle.layout.name().of(particle.line);
        int behind = named.lastIndexOf(' ');
        if (behind < 0) {
            throw particle.broken("a particle has a name and charges");
        }
        String[] charges = named.substring(behind + 1).split(",", -1);
        if (charges.length != numbers.size()) {
            throw particle.broken(numbers.size() + " numbers of particles and " + charges.length + " charges");
        }
        for (int i = 0; i < charges.length; i++) {
            fields.add(numbers.get(i));
            particle.layout.values().forEach(range -> fields.add(range.of(particle.line)));
            fields.add(named.substring(0, behind).strip());
            fields.add(charges[i]);
            fields.endRow(particle.number);
        }
    }
}
