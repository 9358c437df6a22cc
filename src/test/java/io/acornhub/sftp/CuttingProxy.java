// SPDX-License-Identifier: Apache-2.0
package io.acornhub.sftp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between client and server and cuts the connection once so many bytes have gone one way. */
public final class CuttingProxy implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;
    private final ServerSocket door;
    private final int target;
    private final AtomicLong toServer = new AtomicLong(NEVER);
    private final AtomicLong toClient = new AtomicLong(NEVER);
    private final AtomicInteger cuts = new AtomicInteger();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean down;

    public CuttingProxy(int target) {
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.target = target;
        daemon("proxy", this::serve);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts once, after so many bytes from now on, over all connections. */
    public void cutAfterSent(long bytes) {
        toServer.set(bytes);
    }

    public void cutAfterReceived(long bytes) {
        toClient.set(bytes);
    }

    public int cuts() {
        return cuts.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (down) {
                    quietly(client);
                    continue;
                }
                connect(client);
            } catch (IOException e) {
                // the door was closed
                continue;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            daemon("to server", () -> pass(client, server, toServer));
            daemon("to client", () -> pass(server, client, toClient));
        } catch (IOException e) {
            quietly(client);
        }
    }

    /** Ends all connections and every new one, until it is up. */
    public void down() {
        down = true;
        open.forEach(CuttingProxy::quietly);
        open.clear();
    }

    public void up() {
        down = false;
    }

    private void pass(Socket from, Socket to, AtomicLong left) {
        byte[] buffer = new byte[4096];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                long before = left.get();
                if (before != NEVER) {
                    long rest = left.addAndGet(-read);
                    if (rest <= 0) {
                        left.set(NEVER);
                        cuts.incrementAndGet();
                        out.write(buffer, 0, (int) Math.max(0, read + rest));
                        out.flush();
                        break;
                    }
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // the other direction has ended it
        }
        quietly(from);
        quietly(to);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // closed already
        }
    }

    @Override
    public void close() {
        quietly(door);
    }
}
