package io.github.ddevbak.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.settings.Repository;
import io.github.ddevbak.settings.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What restic 0.14 says last, and what is made of it. */
class ResticWordsTest {
    private static RemoteException told(String location, String said) {
        Repository repository = new Repository("cloud", location, Secret.NONE, Secret.NONE, List.of());
        return ResticWords.exception(repository, ProcessResult.exited(1, "", said + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREDENTIALS | Fatal: unable to open config file: Stat: Forbidden",
                "CREDENTIALS | Fatal: unable to open config file: Stat: Access Denied",
                "CREDENTIALS | Fatal: unable to open config file: Stat: The AWS Access Key Id you provided does not exist in our records.",
                "CREDENTIALS | Fatal: unable to open config file: Stat: The request signature we calculated does not match the signature you provided. Check your key and signing method.",
                "CREDENTIALS | Fatal: unable to open config file: Stat: Error response code SignatureDoesNotMatch.",
                "CREDENTIALS | Fatal: create repository at s3:http://h/b failed: client.BucketExists: Forbidden",
                "CREDENTIALS | Fatal: wrong password or no key found",
                "CREDENTIALS | Fatal: unable to open repository at b2:bucket1:sets: b2.NewClient: b2_authorize_account: 401:",
                "CREDENTIALS | Fatal: unable to open B2 backend: Account ID ($B2_ACCOUNT_ID) is empty",
                "NO_REPOSITORY | Fatal: unable to open repository at b2:none12:s: Bucket: none12: bucket not found",
                "NO_REPOSITORY | Fatal: unable to open config file: Stat: b2_download_file_by_name: 404: File with such name does not exist.",
                "NO_REPOSITORY | Fatal: unable to open config file: Stat: The specified key does not exist.",
                "NO_REPOSITORY | Fatal: unable to open config file: Stat: The specified bucket does not exist",
                "UNREACHABLE | Fatal: unable to open config file: Stat: Get \"http://h/b/?location=\": dial tcp 127.0.0.1:9: connect: connection refused"
            })
    void whyARepositoryCannotBeUsedIsReadFromItsServersSentence(RemoteTrouble trouble, String said) {
        assertThat(ResticWords.trouble(ProcessResult.exited(1, "", said))).isEqualTo(trouble);
    }

    @Test
    void aServerThatLetsNobodyInHasThoseVariablesLookedAtThatItTakes() {
        String forbidden = "Fatal: unable to open config file: Stat: Forbidden";

        assertThat(told("s3:https://s3.example.org/b", forbidden)).hasMessageContaining("AWS_SECRET_ACCESS_KEY");
        assertThat(told("b2:bucket:sets", forbidden)).hasMessageContaining("B2_ACCOUNT_KEY");
        assertThat(told("rest:https://h/", "unexpected HTTP response (401)")).hasMessageContaining("in its address");
        assertThat(told("sftp:nas:/b", "Permission denied (publickey)")).hasMessageContaining("ssh");
        assertThat(told("s3:https://s3.example.org/b", "Fatal: wrong password or no key found"))
                .hasMessageContaining("password-file")
                .hasMessageNotContaining("AWS_");
    }

    @Test
    void eachSentenceEndsBeforeWhatToDo() {
        assertThat(told("s3:https://s3.example.org/b", "Fatal: unable to open config file: Stat: Forbidden"))
                .hasMessageContaining("Forbidden. Look at");
    }

    @Test
    void aServerNobodyVouchesForIsToldWithWhatMakesItTrusted() {
        assertThat(told(
                        "rest:https://h/",
                        "Fatal: Get \"https://h/config\": x509: certificate signed by unknown authority"))
                .hasMessageContaining("trust");
    }

    @Test
    void aRepositoryThatIsThereIsNotMadeAgain() {
        assertThat(told("/mnt/usb", "Fatal: create repository failed: config file already exists"))
                .hasMessageContaining("It is there already");
    }

    @Test
    void onlyAFolderIsMounted() {
        String nothing = "Fatal: unable to open config file: Stat: The specified key does not exist.";

        assertThat(told("s3:https://s3.example.org/b", nothing)).hasMessageContaining("look at its address");
        assertThat(told("/mnt/usb", nothing)).hasMessageContaining("mount its disk");
    }
}
