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
        assertThat(at("sftp:nas:/backup").shown()).isEqualTo("sftp:nas:/backup");
    }
}
