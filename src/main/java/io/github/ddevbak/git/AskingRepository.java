package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A repository of our own from which a remote is asked, so that what the user's repository says of itself is never read
 * and nothing is written into it. It borrows that one's objects, and holds the address: no secret is an argument.
 *
 * @param folder its git folder
 */
record AskingRepository(Path folder) {
    /** The name of the remote in it. */
    static final String REMOTE = "asked";

    /** Where what was fetched is noted. */
    static final String FETCHED = "refs/fetched/";

    /**
     * Makes it, in a folder that is there and empty.
     *
     * @param address of the remote, as git takes it, credentials included
     * @param have commits that need not be sent
     */
    static AskingRepository make(Path folder, Repository user, String address, Collection<String> have)
            throws IOException {
        Files.createDirectories(folder.resolve("objects/info"));
        Files.createDirectories(folder.resolve("objects/pack"));
        Files.createDirectories(folder.resolve("refs"));
        Path objects = user.layout().commonDir().resolve("objects");
        Files.writeString(folder.resolve("HEAD"), "ref: refs/heads/none\n");
        Files.writeString(folder.resolve("config"), configuration(user.config(), address));
        Files.writeString(folder.resolve("objects/info/alternates"), Quoted.of(objects.toString()) + "\n");
        Files.writeString(folder.resolve("packed-refs"), refs(have), StandardCharsets.US_ASCII);
        Path shallow = user.layout().commonDir().resolve("shallow");
        if (Files.isRegularFile(shallow)) {
            Files.copy(shallow, folder.resolve("shallow"));
        }
        return new AskingRepository(folder);
    }

    /** The address is rewritten to itself: it has been rewritten already, and the longest rule wins (git-config(1)). */
    private static String configuration(GitConfig user, String address) {
        String format = user.value("extensions", "", "objectformat").orElse("sha1");
        return "[core]\n\tbare = true\n\trepositoryformatversion = 1\n\talternateRefsCommand = true\n"
                + (format.equals("sha256") ? "[extensions]\n\tobjectformat = sha256\n" : "")
                + "[gc]\n\tauto = 0\n[maintenance]\n\tauto = false\n"
                + "[remote \"" + REMOTE + "\"]\n\turl = " + Quoted.of(address)
                + "\n\tpromisor = true\n\tpartialCloneFilter = tree:0\n"
                + "[url " + Quoted.of(address) + "]\n\tinsteadOf = " + Quoted.of(address) + "\n";
    }

    /** What the remote need not send; a line each, as in {@code packed-refs}. */
    private static String refs(Collection<String> have) {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String oid : have) {
            lines.append(oid).append(" refs/have/").append(number++).append('\n');
        }
        return lines.toString();
    }
}
