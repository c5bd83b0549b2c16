package org.readingroom.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Looks whether the server could listen where it is set to. */
final class PortCheck implements Check {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final String address;
  private final int port;

  PortCheck(String address, int port) {
    this.address = address;
    this.port = port;
  }

  @Override
  public String subject() {
    return "port";
  }

  @Override
  public String remedy() {
    return "Choose another with serve --port or --address.";
  }

  @Override
  public List<Finding> findings() throws IOException {
    String place = "Port " + port + " of " + address;
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
      return List.of(Finding.ok(subject(), place + " is free for the server."));
    } catch (IOException e) {
      return List.of(isOurs()
          ? Finding.ok(subject(), "A Reading Room server listens at port " + port + " of " + address + ".")
          : Finding.error(subject(), place + " cannot be used (" + e.getMessage() + ").", remedy()));
    }
  }

  /** Tells whether it is a server of this program that listens there. */
  private boolean isOurs() {
    String host = InetSocketAddress.createUnresolved(address, port).getHostString();
    URI uri = URI.create("http://" + (host.contains(":")
        ? "[" + host + "]"
        : host.equals("0.0.0.0")
            ? "127.0.0.1"
            : host)
        + ":" + port + "/v1/models");
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
          .body().contains("reading-room");
    } catch (IOException | IllegalArgumentException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
