package org.novum.pluginsdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Values as the journal keeps them: JSON text. */
final class Json {
    /** Numbers that JSON does not have fail on reading, instead of coming back as texts. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private Json() {}

    /** The text of a value; two values with the same text are the same to the journal, bit for bit. */
    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError(value.getClass().getSimpleName() + " cannot be written as JSON", unwritable);
        }
    }

    /** The value that comes back after it was written and read. */
    static <T> T roundTrip(T value, Class<T> type) {
        String text = text(value);
        try {
            T back = MAPPER.readValue(text, type);
            if (!text(back).equals(text)) {
                throw new AssertionError(type.getSimpleName() + " changes when it is written and read:\n" + text + "\n"
                        + text(back));
            }
            return back;
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(type.getSimpleName() + " cannot be read back from " + text, unreadable);
        }
    }
}
