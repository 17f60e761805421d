package org.novum.server.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes lines whole, whoever writes them: two writers never mix theirs. */
final class WholeLines extends OutputStream {
    private final OutputStream out;
    private final ThreadLocal<ByteArrayOutputStream> begun = ThreadLocal.withInitial(ByteArrayOutputStream::new);

    WholeLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        begun.get().write(one);
        if (one == '\n') {
            end();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int i = from; i < from + count; i++) {
            write(bytes[i]);
        }
    }

    private void end() throws IOException {
        byte[] line = begun.get().toByteArray();
        begun.get().reset();
        synchronized (out) {
            out.write(line);
            out.flush();
        }
    }

    @Override
    public void flush() throws IOException {
        synchronized (out) {
            out.flush();
        }
    }
}
