package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepositoryTest {
    private static Repository at(String location) {
        return new Repository("nas", location, Secret.NONE, Secret.NONE, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "/mnt/usb/backup, /mnt/usb/backup, false",
        "local:/mnt/usb, /mnt/usb, false",
        "sftp:nas:/backup, , false",
        "sftp:me@localhost:/backup, , true",
        "rest:https://127.0.0.1:8000/, , true",
        "rest:http://u:p@[::1]:8000/, , true",
        "rest:https://localhost.example.org/, , false",
        "rest:https://u:p@nas.example.org/localhost/x, , false",
        "s3:s3.amazonaws.com/bucket, , false",
        "rclone::local:/x, , true",
        "rclone:drive:x, , false"
    })
    void whetherTheDiskOfThisMachineTakesItAlongIsReadFromItsPlace(String location, String folder, boolean loopback) {
        assertThat(at(location).folder()).isEqualTo(Optional.ofNullable(folder));
        assertThat(at(location).loopback()).isEqualTo(loopback);
    }

    @Test
    void aPasswordInAnAddressIsNotShown() {
        assertThat(at("rest:https://me:se/cr@et@nas.example.org/x").shown())
                .isEqualTo("rest:https://me:***@nas.example.org/x");
        assertThat(at("rest:me:se:cret@nas.example.org").shown()).isEqualTo("rest:me:***@nas.example.org");
        assertThat(at("rest:https://me:se\ncret@nas.example.org").shown())
                .isEqualTo("rest:https://me:***@nas.example.org");
        assertThat(at("sftp:nas:/backup").shown()).isEqualTo("sftp:nas:/backup");
        assertThat(at("/mnt/a,key=b").shown()).isEqualTo("/mnt/a,key=b");
    }

    @Test
    void thePasswordOfARemoteOfRcloneThatIsSpelledOutIsNotShown() {
        assertThat(at("rclone::webdav,url=\"https://nas.example.org\",user=me,pass=secret:x")
                        .shown())
                .isEqualTo("rclone::webdav,url=\"https://nas.example.org\",user=me,pass=***:x");
        assertThat(at("rclone::s3,secret_access_key=\"a,\"\"b:\",region=x:bucket")
                        .shown())
                .isEqualTo("rclone::s3,secret_access_key=***,region=x:bucket");
        assertThat(at("rclone:drive:x").shown()).isEqualTo("rclone:drive:x");
    }

    @ParameterizedTest
    @CsvSource({
        "se%zzcret, 'parse \"http://me:se%zzcret@nas/\": invalid URL escape \"%zz\"'",
        "se/cret, 'parse \"http://me:se/cret@nas/\": invalid port \":se\" after host'",
        "secret, 'Head \"http://me:secret@nas/config\": no route'",
        "secret, 'create repository at rest:http://me:secret@nas/ failed'"
    })
    void aPasswordInAnAddressIsNotRepeatedByWhatResticSays(String password, String said) {
        Repository repository = at("rest:http://me:" + password + "@nas/");

        assertThat(repository.masked("Fatal: " + said))
                .startsWith("Fatal: ")
                .doesNotContain(password, "se/", ":se", "zz");
    }
}
