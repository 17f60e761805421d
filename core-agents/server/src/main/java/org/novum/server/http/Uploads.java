package org.novum.server.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.CopyOptions;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes uploaded files into one folder, whole or not at all. */
final class Uploads {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private final HttpOptions options;

    Uploads(HttpOptions options) {
        this.options = options;
    }

    void take(RoutingContext context) {
        String name = context.pathParam("name");
        if (options.uploads().isEmpty()) {
            HttpDoor.problem(context, 403, "this server takes no files; start it with --uploads FOLDER", "refused");
        } else if (!NAME.matcher(name).matches()) {
            HttpDoor.problem(context, 400, "a name has letters, digits, '.', '_' and '-', at most 128", "usage");
        } else if (length(context.request()) > options.uploadLimit()) {
            tooLong(context);
        } else {
            write(context, options.uploads().get(), name);
        }
    }

    private void write(RoutingContext context, Path folder, String name) {
        FileSystem files = context.vertx().fileSystem();
        HttpServerRequest request = context.request().pause();
        files.createTempFile(folder.toString(), ".part-", "", "rw-------")
                .onFailure(_ -> unwritten(context))
                .onSuccess(part -> fill(context, request, part, folder.resolve(name).toString()));
    }

    private void fill(RoutingContext context, HttpServerRequest request, String part, String whole) {
        FileSystem files = context.vertx().fileSystem();
        files.open(part, new OpenOptions().setWrite(true))
                .compose(file -> limited(request, file))
                .compose(_ -> files.move(part, whole, new CopyOptions().setReplaceExisting(true).setAtomicMove(true)))
                .onSuccess(_ -> context.response().setStatusCode(201).putHeader("Content-Type", "application/json")
                        .end("{\"uri\": \"" + Path.of(whole).getFileName() + "\"}\n"))
                .onFailure(failed -> files.delete(part).onComplete(_ -> { // who is told no finds nothing left
                    if (failed instanceof TooLong) {
                        tooLong(context);
                    } else if (!context.response().closed()) {
                        unwritten(context);
                    }
                }));
    }

    /** Writes the body and closes the file; more than the limit fails, also where no length was told before. */
    private Future<Void> limited(HttpServerRequest request, AsyncFile file) {
        ReadStream<Buffer> body = request;
        long[] bytes = {0};
        Promise<Void> done = Promise.promise();
        body.exceptionHandler(done::tryFail);
        body.handler(chunk -> {
            bytes[0] += chunk.length();
            if (bytes[0] > options.uploadLimit()) {
                body.handler(_ -> { });
                done.tryFail(new TooLong());
                return;
            }
            file.write(chunk).onFailure(done::tryFail);
            if (file.writeQueueFull()) {
                body.pause();
                file.drainHandler(_ -> body.resume());
            }
        });
        body.endHandler(_ -> done.tryComplete());
        body.resume();
        return done.future().eventually(file::close);
    }

    private static void unwritten(RoutingContext context) {
        HttpDoor.problem(context, 507, "the file could not be written; is the disk full?", "cannot_write");
    }

    private void tooLong(RoutingContext context) {
        HttpDoor.problem(context, 413, "files may have " + options.uploadLimit() + " bytes", "usage");
    }

    private static long length(HttpServerRequest request) {
        String header = request.getHeader("Content-Length");
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
