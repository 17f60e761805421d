package org.novum.tabular;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.novum.api.NovumException;
import org.novum.api.data.DataException;

/** Decompresses Zstandard (RFC 8878); what is damaged or cut off is refused. */
final class ZstdStream extends InputStream {
    private final InputStream in;
    private final String label;

    /**
     * @param in positioned at the first byte of the file
     * @param label what messages call the file
     */
    ZstdStream(InputStream in, String label) {
        this.in = new ZstdInputStream(in);
        this.label = label;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        try {
            return in.read(target, offset, length);
        } catch (NovumException known) {
            throw known;
        } catch (RuntimeException e) {
            throw broken(e); // the decoder says so in many ways, arithmetic of absurd sizes among them
        } catch (IOException e) {
            // The decoder says so where bytes are missing; a disk that fails says something else.
            if (String.valueOf(e.getMessage()).startsWith("Not enough input bytes")) {
                throw broken(e);
            }
            throw e;
        }
    }

    private DataException broken(Exception cause) {
        return new DataException(label, "it is a broken zstd file (" + cause.getMessage() + ")", "get the file again", cause);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
