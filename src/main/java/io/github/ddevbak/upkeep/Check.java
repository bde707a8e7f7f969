package io.github.ddevbak.upkeep;

/**
 * One thing the doctor looked at.
 *
 * @param what was looked at
 * @param health what it means
 * @param found what was found
 * @param todo what to do; empty where nothing
 */
public record Check(String what, Health health, String found, String todo) {

    /** Whether ddevbak can work with it. */
    public enum Health {
        OK("ok"),
        WARNING("warning"),
        FAILED("failed");

        private final String word;

        Health(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Check ok(String what, String found) {
        return new Check(what, Health.OK, found, "");
    }

    static Check warning(String what, String found, String todo) {
        return new Check(what, Health.WARNING, found, todo);
    }

    static Check failed(String what, String found, String todo) {
        return new Check(what, Health.FAILED, found, todo);
    }
}
