// SPDX-License-Identifier: Apache-2.0
package io.acornhub.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Stands before the hub's database and notes each statement with how long it took and what it was last given. */
final class StatementLog implements BeanPostProcessor {
    private final Map<String, Statement> statements = new ConcurrentHashMap<>();

    /** A way to set a parameter. */
    private record Setter(Method method, Object[] arguments) {
    }

    /** One statement; lists of parameters of different lengths are the same statement. */
    static final class Statement {
        private String sql;
        private Map<Integer, Setter> parameters = Map.of();
        private long executions;
        private long nanos;

        /** Text and parameters are kept together: the next run of the same statement may have a longer list of them. */
        private synchronized void ran(String text, Map<Integer, Setter> with, long took) {
            executions++;
            nanos += took;
            if (sql == null || !with.isEmpty()) {
                sql = text;
                parameters = new TreeMap<>(with);
            }
        }

        synchronized String sql() {
            return sql;
        }

        synchronized long executions() {
            return executions;
        }

        synchronized double millis() {
            return nanos / 1e6 / Math.max(1, executions);
        }

        /** Gives a statement with the same parameters what this was last given. */
        synchronized void fill(PreparedStatement like) throws ReflectiveOperationException {
            for (Setter setter : parameters.values()) {
                setter.method().invoke(like, setter.arguments());
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Noting(source) : bean;
    }

    /** What ran since the last {@link #forget()}. */
    Map<String, Statement> statements() {
        return new TreeMap<>(statements);
    }

    void forget() {
        statements.clear();
    }

    private final class Noting extends DelegatingDataSource {
        Noting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return proxy(Connection.class, (method, arguments) -> {
                Object result = call(real, method, arguments);
                return method.getName().equals("prepareStatement") ? noting((PreparedStatement) result, (String) arguments[0]) : result;
            });
        }
    }

    private PreparedStatement noting(PreparedStatement real, String sql) {
        String same = sql.replaceAll("\\?(\\s*,\\s*\\?)+", "?..");
        Map<Integer, Setter> parameters = new TreeMap<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1
                && arguments[0] instanceof Integer index) {
                parameters.put(index, new Setter(method, arguments));
            }
            long begun = System.nanoTime();
            Object result = call(real, method, arguments);
            if (List.of("execute", "executeQuery", "executeUpdate", "executeBatch").contains(method.getName())) {
                statements.computeIfAbsent(same, s -> new Statement()).ran(sql, parameters, System.nanoTime() - begun);
            }
            return result;
        });
    }

    @FunctionalInterface
    private interface Handling {
        Object handle(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Handling handling) {
        return type.cast(Proxy.newProxyInstance(StatementLog.class.getClassLoader(), new Class<?>[] {type},
            (self, method, arguments) -> handling.handle(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
