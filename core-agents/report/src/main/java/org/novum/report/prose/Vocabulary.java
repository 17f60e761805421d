package org.novum.report.prose;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that say a number, a unit or a verdict, or that change one. Lower case; English, with the numbers of neighbours. */
final class Vocabulary {
    private static final String SAYS_A_NUMBER = "zero|nought|naught|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            + "|twelve|teen|twenty|thirty|forty|fifty|eighty|hundred|thousand|million|billion|trillion|dozen";

    /** One word or several run together: {@code five}, {@code fifth}, {@code twentyfive}, {@code tenfold}, {@code sixths}. */
    private static final Pattern RUN_TOGETHER = Pattern.compile("(?=.*(?:" + SAYS_A_NUMBER + "))(?:" + SAYS_A_NUMBER
            + "|thir|fif|eigh|ty|and)+(?:th|ths|s|fold|ish|some)?");

    private static final Set<String> NUMBERS = words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth thirtieth fortieth"
                    + " fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth billionth"
                    + " firstly secondly thirdly thirds seconds fourths fifths ninths twelfths"
                    + " twice thrice double doubles doubled doubling triple triples tripled quadruple quadrupled twofold"
                    + " half halves halved halving quarter quarters dozens nil unity infinity infinite infinitely"
                    + " pi googol lakh crore milliard trio trios quartet quintet sextet septet octet quintuple quintupled sextuple"
                    + " sextupled septuple octuple decuple centuple myriad myriads fortnight fortnights decade decades century"
                    + " centuries millennium millennia");

    /** Numbers of other languages in plain letters that are no English words. */
    private static final Set<String> FOREIGN = words(
            "eins zwei drei vier fuenf funf sechs sieben acht neun zehn elf zwoelf zwolf zwanzig dreissig hundert tausend"
                    + " millionen prozent deux trois quatre cinq sept huit neuf dix onze douze treize vingt trente cent mille"
                    + " pourcent uno dos tres cuatro cinco seis siete ocho nueve diez cien ciento tre quattro cinque sei sette"
                    + " otto nove dieci cento");

    /** Of the foreign ones, English words of scientific prose. */
    private static final Set<String> ENGLISH_TOO = words("elf cent");

    private static final Set<String> UNITS = words(
            "percent percents percentage percentages permille pct ppm ppb gev mev kev tev ev pev electronvolt electronvolts"
                    + " km cm mm um nm pm fm kg mg ug hz khz mhz ghz thz kpc mpc gpc parsec parsecs angstrom angstroms kelvin"
                    + " kelvins tesla gauss maxwell mx jansky jy mjy arcsec arcsecs arcmin arcmins deg rad mrad fb pb nb mb"
                    + " barn barns femtobarn picobarn erg ergs joule joules watt watts sigma sigmas dex magnitudes volt volts"
                    + " kilo mega giga tera peta milli micro nano pico femto ms ns ps hrs hr sec secs");

    private static final Set<String> SIGNS = words("plus minus");

    private static final Set<String> VERDICTS = words(
            "discovery discoveries discover discovers discovered discovering evidence evident refute refutes refuted refuting"
                    + " refutation inconclusive conclusive conclusively prove proves proved proven proving proof significant"
                    + " significantly insignificant confirmed confirms disproved disproves disproven established establishes"
                    + " validated validates undoubted undoubtedly rejected rejects certainty certainly");

    private static final Set<String> SOURCES =
            words("arxiv doi isbn ibid al http https www ftp mailto javascript href pubmed bibcode");

    /** Words that change what a number beside them says. */
    private static final Set<String> MODIFIERS = words(
            "not no never nor neither cannot isn wasn doesn didn aren weren hasn haven without except negative negated inverse"
                    + " inverted opposite reciprocal square squared cube cubed root roots power powers exponent sum difference"
                    + " differences product ratio ratios times multiplied divided factor factors order orders magnitude less"
                    + " more than above below over under beyond exceed exceeds exceeding exceeded least most nearly almost"
                    + " roughly approximately approx about around circa some several many few range ranges ranging between"
                    + " within up down until through per off wrong false incorrect instead rather actually really should"
                    + " would could might if unless allegedly supposedly upper lower limit limits bound bounds error"
                    + " errors uncertainty uncertainties unit units logarithm log exponential modulo days day hours hour"
                    + " minutes minute years year weeks week months month meters metres meter metre degrees degree counts"
                    + " grams gram tons ton miles mile feet foot inches inch lightyears");

    /** What may stand right before a number. */
    private static final Set<String> BEFORE =
            words("of is was at be being as has had gives gave give with and found measured by equals equal reads read");

    /** What may stand right after one. */
    private static final Set<String> AFTER = words(
            "and or but which while with is was are in at for as from by on here there where when because since so that"
                    + " were has had after before it this these its the we a an");

    private static final Pattern ROMAN =
            Pattern.compile("(?=.{2,})m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})");
    private static final Set<String> NO_ROMANS = words("mix mi di");

    private Vocabulary() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Why a word may not stand in prose, if it may not. */
    static Optional<String> objection(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        if (isNumber(word)) {
            return Optional.of("the number word '" + written + "' is no reference to a quantity");
        }
        if (UNITS.contains(word) || SIGNS.contains(word)) {
            return Optional.of("'" + written + "' belongs to a number, which the program alone writes");
        }
        if (VERDICTS.contains(word)) {
            return Optional.of("'" + written + "' is for verdicts, which stand as references");
        }
        if (SOURCES.contains(word)) {
            return Optional.of("'" + written + "' is for sources, which stand as references");
        }
        return Optional.empty();
    }

    /** Whether a word says a number. */
    static boolean isNumber(String word) {
        return NUMBERS.contains(word)
                || (FOREIGN.contains(word) && !ENGLISH_TOO.contains(word))
                || RUN_TOGETHER.matcher(word).matches()
                || (ROMAN.matcher(word).matches() && !NO_ROMANS.contains(word));
    }

    /** Whether a word in one sentence with a number changes what the number says. */
    static boolean isModifier(String written) {
        return MODIFIERS.contains(written.toLowerCase(Locale.ROOT));
    }

    static boolean mayComeBefore(String written) {
        return BEFORE.contains(written.toLowerCase(Locale.ROOT));
    }

    static boolean mayComeAfter(String written) {
        return AFTER.contains(written.toLowerCase(Locale.ROOT));
    }
}
