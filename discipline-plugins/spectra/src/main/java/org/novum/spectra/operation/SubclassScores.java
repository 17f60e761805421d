package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** Compares subclasses with those of a survey, over right answers. */
final class SubclassScores {
    /** Words of SDSS for what makes the lines of a galaxy shine. */
    private static final Set<String> SOURCES = Set.of("AGN", "STARFORMING", "STARBURST");

    private static final String BROAD = "BROADLINE";

    /** Letters from hot to cool. */
    private static final String LETTERS = "OBAFGKM";

    private SubclassScores() {}

    static ObjectNode json(List<Samples.Known> known, List<Redshift> answers, RedshiftScores scores) {
        Map<String, Integer> sources = new TreeMap<>();
        int[] broad = new int[2];
        int[] letters = new int[3];
        for (int i = 0; i < known.size(); i++) {
            Truth truth = known.get(i).truth();
            if (truth.warning() != 0 || !scores.right(i) || truth.subclass().isEmpty()) {
                continue;
            }
            String subclass = answers.get(i).subclass();
            String ours = subclass == null ? "" : subclass;
            List<String> theirs = List.of(truth.subclass().split(" "));
            if (truth.spectralClass() == SpectralClass.GALAXY) {
                theirs.stream().filter(SOURCES::contains).findFirst().ifPresent(word -> sources.merge(
                        word + " called " + source(ours), 1, Integer::sum));
            } else if (truth.spectralClass() == SpectralClass.QSO && theirs.contains(BROAD)) {
                broad[0]++;
                broad[1] += List.of(ours.split(" ")).contains(BROAD) ? 1 : 0;
            } else if (truth.spectralClass() == SpectralClass.STAR && letter(truth.subclass()) >= 0) {
                letters[0]++;
                int apart = ours.isEmpty() ? LETTERS.length() : Math.abs(letter(truth.subclass()) - letter(ours));
                letters[1] += apart == 0 ? 1 : 0;
                letters[2] += apart <= 1 ? 1 : 0;
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode galaxies = json.putObject("galaxies");
        sources.forEach(galaxies::put);
        json.putObject("broadQuasars").put("objects", broad[0]).put("same", broad[1]);
        json.putObject("letters").put("objects", letters[0]).put("same", letters[1]).put("withinOne", letters[2]);
        return json;
    }

    private static String source(String words) {
        return List.of(words.split(" ")).stream().filter(SOURCES::contains).findFirst().orElse("nothing");
    }

    private static int letter(String subclass) {
        // White dwarfs have letters of their own.
        return subclass.startsWith("WD") ? -1 : LETTERS.indexOf(subclass.charAt(0));
    }
}
