import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

import com.example.office.OfficeOnlineHost;

/** Prints what the sample makes of a stock answer, a line for each property. */
public class Answer {

    public static void main(String[] arguments) {
        Map<String, Serializable> stock = Map.of("BaseFileName", "Budget.xlsx", "HostEditUrl", launchPage("edit"),
                "HostViewUrl", launchPage("view"));
        new TreeMap<>(new OfficeOnlineHost().update(stock)).forEach(
                (name, value) -> System.out.println(name + "=" + value));
    }

    private static String launchPage(String action) {
        return "https://nuxeo.example:8443/nuxeo/wopi/" + action + "/default/1-2/files:files/0/file";
    }
}
