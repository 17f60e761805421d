package org.novum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.OperationResult;
import org.novum.runtime.NovumVersion;
import org.novum.runtime.RunListener;
import org.novum.server.CallBody;
import org.novum.server.Descriptions;
import org.novum.server.Problem;
import org.novum.server.ResultFormats;
import org.novum.server.Served;
import org.novum.server.ServedStudies;
import org.novum.server.mcp.McpOverHttp;

/** Serves operations and studies over HTTP, and over the Model Context Protocol at {@code /mcp}. */
public final class HttpDoor implements AutoCloseable {
    /** Of a request's JSON; files are uploaded instead. */
    private static final long BODY_LIMIT = 1 << 20;

    private final Vertx vertx;
    /** Not Vert.x's own: a study starts a Vert.x of its own, and may work for hours. */
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpServer server;
    private final McpOverHttp mcp;
    private final Served served;

    private HttpDoor(Served served, HttpOptions options) {
        this.served = served;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(false)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        this.mcp = new McpOverHttp(served);
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost(options.host()).setPort(options.port()))
                .requestHandler(router(options));
    }

    /**
     * Begins to listen.
     *
     * @throws NovumException with {@code UNAVAILABLE} if the port is taken
     */
    public static HttpDoor open(Served served, HttpOptions options) {
        HttpDoor door = new HttpDoor(served, options);
        try {
            door.server.listen().await();
            return door;
        } catch (RuntimeException taken) {
            door.close();
            throw new NovumException(
                    ExitCode.UNAVAILABLE,
                    "cannot listen on " + options.host() + ":" + options.port() + " (" + taken.getMessage()
                            + "); choose another --port",
                    taken);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    private Router router(HttpOptions options) {
        Router router = Router.router(vertx);
        Guard guard = new Guard(options);
        router.route().handler(context -> guard.refusal(context.request())
                .ifPresentOrElse(no -> problem(context, no.status(), no.reason(), "refused"), context::next));
        router.put("/v1/data/:name").handler(new Uploads(options)::take);
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.get("/v1").handler(context -> json(context, 200, about()));
        router.get("/v1/operations").handler(context -> json(context, 200, Descriptions.operations(served)));
        router.route("/v1/operations/:name").handler(this::requireOperation);
        router.get("/v1/operations/:name").handler(context -> working(context, () -> document(
                Descriptions.of(served.operations().plugins().operation(context.pathParam("name"))))));
        router.post("/v1/operations/:name").handler(this::call);
        router.get("/v1/studies").handler(context -> working(context, () -> document(Descriptions.studies(served))));
        router.get("/v1/studies/:name").handler(context -> working(context, () -> new Answer(
                "application/yaml", served.studies().text(context.pathParam("name")).getBytes(StandardCharsets.UTF_8))));
        router.post("/v1/studies/:name/runs").handler(this::run);
        router.post("/mcp").handler(this::converse);
        router.route("/mcp").handler(context -> problem(context, 405, "post JSON-RPC messages here", "usage"));
        router.errorHandler(400, context -> problem(context, 400, "the request cannot be read", "usage"));
        router.errorHandler(404, context -> problem(context, 404, "nothing is here; see GET /v1", "usage"));
        router.errorHandler(405, context -> problem(context, 405, "this method is not served here; see GET /v1", "usage"));
        router.errorHandler(413, context -> problem(context, 413, "the body is too long; upload files with PUT /v1/data/NAME", "usage"));
        router.errorHandler(500, context -> fail(context, context.failure()));
        return router;
    }

    private void requireOperation(RoutingContext context) {
        Set<String> known = served.operations().plugins().operations().keySet();
        if (known.contains(context.pathParam("name"))) {
            context.next();
        } else {
            problem(context, 404, "no operation is called so; known are " + known, "usage");
        }
    }

    private void converse(RoutingContext context) {
        off(() -> mcp.answer(new String(bytes(context), StandardCharsets.UTF_8)))
                .onSuccess(answer -> answer.ifPresentOrElse(
                        json -> context.response().putHeader("Content-Type", ResultFormats.JSON).end(json),
                        () -> context.response().setStatusCode(202).end()))
                .onFailure(failure -> fail(context, failure));
    }

    private void call(RoutingContext context) {
        String type = context.request().getHeader("Accept") == null ? ResultFormats.JSON : accepted(context);
        if (type.isEmpty()) {
            problem(context, 406, "results are given as " + served.formats().mediaTypes(), "usage");
            return;
        }
        working(context, () -> {
            CallBody body = CallBody.read(bytes(context), Set.of("in", "columns", "units", "parameters"));
            OperationResult result = served.calls().inTurn(() -> served.operations()
                    .call(context.pathParam("name"), body.source(), body.object("parameters"), RunListener.NONE));
            return new Answer(type, served.formats().write(type, result));
        });
    }

    /** The first of our types that the caller accepts; nothing if there is none. */
    private String accepted(RoutingContext context) {
        List<String> types = served.formats().mediaTypes();
        context.parsedHeaders().accept().sort((a, b) -> Double.compare(b.weight(), a.weight()));
        for (var wanted : context.parsedHeaders().accept()) {
            for (String type : types) {
                String[] parts = type.split("/");
                if ((wanted.component().equals("*") || wanted.component().equals(parts[0]))
                        && (wanted.subComponent().equals("*") || wanted.subComponent().equals(parts[1]))) {
                    return type;
                }
            }
        }
        return "";
    }

    private void run(RoutingContext context) {
        working(context, () -> {
            CallBody body = CallBody.read(bytes(context), Set.of("set", "seed"));
            var request = new ServedStudies.Request(context.pathParam("name"), body.texts("set"), body.whole("seed", 1));
            ServedStudies.Run run = served.calls().inTurn(() -> served.studies().run(request, RunListener.NONE));
            return new Answer(ResultFormats.JSON, run.findings().toBytes());
        });
    }

    private ObjectNode about() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", "novum")
                .put("version", NovumVersion.current())
                .put("operations", "/v1/operations")
                .put("studies", "/v1/studies")
                .put("upload", "PUT /v1/data/NAME")
                .put("mcp", "/mcp");
        served.formats().mediaTypes().forEach(node.putArray("formats")::add);
        return node;
    }

    private static byte[] bytes(RoutingContext context) {
        Buffer buffer = context.body().buffer();
        return buffer == null ? new byte[0] : buffer.getBytes();
    }

    private static Answer document(JsonNode node) {
        return new Answer(ResultFormats.JSON, node.toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    private void working(RoutingContext context, Callable<Answer> work) {
        off(work)
                .onSuccess(made -> context.response().putHeader("Content-Type", made.type()).end(Buffer.buffer(made.bytes())))
                .onFailure(failure -> fail(context, failure));
    }

    /** Works off the event loop, and answers on it. */
    private <T> Future<T> off(Callable<T> work) {
        Promise<T> promise = Promise.promise();
        Context loop = vertx.getOrCreateContext();
        workers.execute(() -> {
            try {
                T made = work.call();
                loop.runOnContext(_ -> promise.complete(made));
            } catch (Exception | Error failed) {
                // Also when memory ran out: the caller is told, and the next call may need less.
                loop.runOnContext(_ -> promise.fail(failed));
            }
        });
        return promise.future();
    }

    private record Answer(String type, byte[] bytes) {}

    private static void json(RoutingContext context, int status, JsonNode node) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", ResultFormats.JSON)
                .end(node.toPrettyString() + "\n");
    }

    private void fail(RoutingContext context, Throwable failure) {
        Problem problem = Problem.of(failure);
        problem(context, problem.status(), served.operations().files().withoutFolders(problem.message()), problem.code().name().toLowerCase(Locale.ROOT));
    }

    /** Source: RFC 9457, Problem Details for HTTP APIs. */
    static void problem(RoutingContext context, int status, String detail, String code) {
        if (context.response().ended()) {
            return;
        }
        if (status == 401) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
        }
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("status", status)
                .put("detail", detail)
                .put("code", code);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(node.toPrettyString() + "\n");
    }

    @Override
    public void close() {
        mcp.close();
        workers.shutdownNow();
        vertx.close().await();
    }
}
