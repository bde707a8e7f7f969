package io.github.ddevbak.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gives projects of a simulated world add-on services that keep data in volumes, and looks into those. */
public final class Volumes {
    private static final int BLOCK = 512;

    private final RecordedWorld world;

    public Volumes(RecordedWorld world) {
        this.world = world;
    }

    /** Declares a service with a volume, which docker has, and a container in that state; none where it is empty. */
    public void add(String project, String service, String state, byte[] tar) throws IOException {
        Files.writeString(
                world.approot(project).resolve(".ddev/docker-compose." + service + ".yaml"),
                "services: {" + service + ": {image: " + service + "}}\nvolumes:\n  " + service + ":\n");
        Files.createDirectories(file(project, service).getParent());
        Files.write(file(project, service), tar);
        if (!state.isEmpty()) {
            ProjectState now = world.folder().project(project);
            Map<String, String> containers = new TreeMap<>(now.containers());
            containers.put(service, state);
            world.folder().save(project, now.withContainers(containers));
        }
    }

    /** What docker holds of it. */
    public Path file(String project, String service) {
        return world.home().resolve("simulated/volumes/" + DockerVolumes.name(project, service) + ".tar");
    }

    /** An archive of entries, each {@code type name content}, as GNU tar writes it; ended by its two blocks. */
    public static byte[] tar(String... entries) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (String entry : entries) {
            String[] words = entry.split(" ", 3);
            String rest = words.length > 2 ? words[2] : "";
            boolean link = words[0].equals("1") || words[0].equals("2");
            byte[] content = link ? new byte[0] : rest.getBytes(UTF_8);
            stream.writeBytes(header(words[0].charAt(0), words[1], link ? rest : "", content.length));
            stream.writeBytes(content);
            stream.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        }
        stream.writeBytes(new byte[2 * BLOCK]);
        return stream.toByteArray();
    }

    private static byte[] header(char type, String name, String target, int size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        Arrays.fill(header, 148, 156, (byte) ' ');
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar  ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 255;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o", sum));
        header[154] = 0;
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
