package io.github.ddevbak.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Which files differ from the index although Git was told not to look. */
final class HiddenChanges {
    private static final String SYMLINK = "120000";

    private final GitCli git;

    HiddenChanges(GitCli git) {
        this.git = git;
    }

    /** The index below the layout's folder. */
    Index index(Repository repository) {
        return IndexFile.read(repository).orElseGet(() -> index(repository.layout(), List.of()));
    }

    /** The index below the layout's folder, limited to the pathspecs where there are any. */
    Index index(Layout layout, List<String> pathspecs) {
        List<String> question = new ArrayList<>(Index.QUESTION);
        question.addAll(pathspecs);
        Index.Reader reader = new Index.Reader(layout.prefix());
        git.answer(layout.folder(), question, new NulLines(reader::take));
        return reader.index();
    }

    /** Those of the entries whose file is there with another content; a sparse checkout's absent files are not. */
    List<Index.Entry> differing(Layout layout, List<Index.Entry> entries) {
        List<Index.Entry> differing = new ArrayList<>();
        List<Index.Entry> regular = new ArrayList<>();
        for (Index.Entry entry : entries) {
            Path file = layout.toplevel().resolve(entry.path());
            if (Files.isSymbolicLink(file) || entry.mode().equals(SYMLINK)) {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !sameLink(file, entry)) {
                    differing.add(entry);
                }
            } else if (Files.isRegularFile(file)) {
                regular.add(entry);
            }
        }
        differing.addAll(otherContent(layout, regular));
        return differing;
    }

    private List<Index.Entry> otherContent(Layout layout, List<Index.Entry> entries) {
        List<Index.Entry> differing = new ArrayList<>();
        List<Index.Entry> listed = new ArrayList<>();
        for (Index.Entry entry : entries) {
            if (unlistable(entry.path())) {
                String oid = hashes(layout, List.of("hash-object", "--", entry.path()), "");
                if (!oid.strip().equals(entry.oid())) {
                    differing.add(entry);
                }
            } else {
                listed.add(entry);
            }
        }
        if (listed.isEmpty()) {
            return differing;
        }
        StringBuilder names = new StringBuilder();
        listed.forEach(entry -> names.append(entry.path()).append('\n'));
        String[] oids = hashes(layout, List.of("hash-object", "--stdin-paths"), names.toString())
                .split("\n", -1);
        for (int i = 0; i < listed.size(); i++) {
            if (i >= oids.length || !oids[i].equals(listed.get(i).oid())) {
                differing.add(listed.get(i));
            }
        }
        return differing;
    }

    /** git reads names one a line, takes a carriage return for part of its end and a leading quote for quoting. */
    private static boolean unlistable(String path) {
        return path.indexOf('\n') >= 0 || path.indexOf('\r') >= 0 || path.startsWith("\"");
    }

    private String hashes(Layout layout, List<String> question, String lines) {
        InputStream input = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        return git.answer(layout.toplevel(), question, input).stdout();
    }

    /** A link's object is its target's text (gitformat: blob header, then the bytes), in the repository's hash. */
    private static boolean sameLink(Path file, Index.Entry entry) {
        if (!Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            byte[] target = Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8);
            MessageDigest digest = MessageDigest.getInstance(entry.oid().length() == 64 ? "SHA-256" : "SHA-1");
            digest.update(("blob " + target.length + "\0").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(target)).equals(entry.oid());
        } catch (IOException e) {
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1 and SHA-256", e);
        }
    }
}
