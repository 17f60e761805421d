package org.novum.runtime;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import org.novum.journal.JournalException;

/** Reads journalled JSON back into the types it was written from. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * Reads a value.
     *
     * @throws JournalException if the bytes are not JSON of this type
     */
    public static <T> T read(byte[] bytes, JavaType type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException wrong) {
            throw new JournalException(
                    "a recorded value is not a " + type.getRawClass().getSimpleName()
                            + "; the bundle was made by another version or was changed: "
                            + wrong.getMessage().lines().findFirst().orElse(""),
                    wrong);
        }
    }

    /** Reads a value. */
    public static <T> T read(byte[] bytes, Class<T> type) {
        return read(bytes, TypeFactory.defaultInstance().constructType(type));
    }
}
