package org.novum.columnar;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A database in memory, which takes tens of milliseconds to start and is therefore used again; by one reader at a time, since
 * an error within the database itself ends it for all who use it. Nothing is fetched from the network.
 */
final class Engine {
    /** How many cores an engine uses. */
    enum Cores {
        ALL,
        ONE
    }

    private static final int MOST_IDLE = 4;
    private static final Deque<Engine> IDLE_ALL = new ConcurrentLinkedDeque<>();
    private static final Deque<Engine> IDLE_ONE = new ConcurrentLinkedDeque<>();

    private final Cores cores;
    private final DuckDBConnection connection;

    private Engine(Cores cores) throws SQLException {
        this.cores = cores;
        Properties streaming = new Properties();
        streaming.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true"); // otherwise an answer stands whole in memory
        connection = DriverManager.getConnection("jdbc:duckdb:", streaming).unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            if (cores == Cores.ONE) {
                statement.execute("SET threads = 1");
            }
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    /** An engine that nobody else uses until it is given back. */
    static Engine take(Cores cores) throws SQLException {
        Engine idle = idle(cores).poll();
        return idle == null ? new Engine(cores) : idle;
    }

    private static Deque<Engine> idle(Cores cores) {
        return switch (cores) {
            case ALL -> IDLE_ALL;
            case ONE -> IDLE_ONE;
        };
    }

    /** A connection of its own, which the caller closes before he gives the engine back. */
    DuckDBConnection connect() throws SQLException {
        try {
            return connection.duplicate();
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    /** Keeps the engine for others. */
    void giveBack() throws SQLException {
        Deque<Engine> idle = idle(cores);
        if (idle.size() < MOST_IDLE) {
            idle.push(this);
        } else {
            connection.close();
        }
    }

    /** Ends an engine that may be broken. */
    void end() throws SQLException {
        connection.close();
    }
}
