package org.novum.texttables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.files.Guard;
import org.novum.tabular.Texts;

/**
 * What the YAML in front of an ECSV file says.
 *
 * @param columns with their types and units
 * @param delimiter between fields: a blank or a comma
 */
record EcsvHeader(List<TextColumn> columns, char delimiter) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern LIST = Pattern.compile("\\s*(\\w+)\\s*\\[([\\s\\w,]*)\\]\\s*");

    /**
     * Reads the remarks and leaves the cursor on the line of names.
     *
     * @throws DataException if they are not what ECSV has
     */
    static EcsvHeader take(TextFile file, LineCursor lines) {
        StringBuilder yaml = new StringBuilder();
        boolean begun = false;
        while (lines.next() && (lines.isBlank() || lines.beginsWith('#'))) {
            String line = lines.line().stripLeading();
            String content = line.startsWith("# ") ? line.substring(2) : line.replaceFirst("^#", "");
            begun |= content.strip().equals("---");
            yaml.append(begun ? content : "").append('\n');
        }
        JsonNode header = Guard.call(() -> YAML.readTree(yaml.toString()), broken -> noYaml(file, broken));
        if (header == null || !header.path("datatype").isArray() || header.path("datatype").isEmpty()) {
            throw new DataException(file.label(), "the header of this ECSV file lists no columns under 'datatype'", "write it again");
        }
        String delimiter = header.path("delimiter").asText(" ");
        if (!delimiter.equals(" ") && !delimiter.equals(",")) {
            throw new DataException(
                    file.label(), "its delimiter is '" + Texts.shown(delimiter) + "'", "ECSV has a blank or a comma; write it again");
        }
        List<TextColumn> columns = new ArrayList<>();
        for (JsonNode column : header.path("datatype")) {
            columns.add(new TextColumn(
                    column.path("name").asText(), column.path("unit").asText("").strip(), reading(column, file.label())));
        }
        TextTable.requireNames(columns.stream().map(TextColumn::name).toList(), file.label() + ", header");
        return new EcsvHeader(columns, delimiter.charAt(0));
    }

    private static DataException noYaml(TextFile file, Throwable broken) {
        String reason = broken instanceof JsonProcessingException yaml ? yaml.getOriginalMessage() : Guard.reason(broken);
        return new DataException(
                file.label() + ", header",
                "this is no YAML (" + reason.lines().findFirst().orElse("") + ")",
                "write the file again",
                broken);
    }

    private static Reading reading(JsonNode column, String label) {
        String type = column.path("datatype").asText();
        Matcher list = LIST.matcher(column.path("subtype").asText(""));
        if (type.equals("string") && list.matches()) {
            return scalar(list.group(1)) instanceof DeclaredReading items && items != DeclaredReading.TEXT
                    ? new JsonList(items, count(list.group(2)))
                    : DeclaredReading.TEXT;
        }
        Reading reading = scalar(type);
        if (reading == null) {
            throw new DataException(
                    label + ", column " + Texts.shown(column.path("name").asText()),
                    "'" + Texts.shown(type) + "' is no type of ECSV",
                    "write the file again");
        }
        return reading;
    }

    private static @Nullable DeclaredReading scalar(String type) {
        return switch (type) {
            case "bool" -> DeclaredReading.TRUTH;
            case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" -> DeclaredReading.WHOLE;
            case "float16", "float32" -> DeclaredReading.FLOAT;
            case "float64", "float128" -> DeclaredReading.DOUBLE;
            case "string", "complex64", "complex128", "complex256" -> DeclaredReading.TEXT;
            default -> null;
        };
    }

    /** The product of the axes, or 0 if one of them is any. */
    private static long count(String axes) {
        double count = 1;
        for (String axis : axes.split(",")) {
            count *= axis.strip().matches("[0-9]{1,9}") ? Double.parseDouble(axis.strip()) : 0;
        }
        return (long) Math.min(count, Long.MAX_VALUE);
    }

    /** The names, to be compared with those above the rows. */
    List<String> names() {
        return columns.stream().map(TextColumn::name).toList();
    }
}
