package com.example.office;

import java.io.Serializable;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.nuxeo.runtime.api.Framework;
import org.nuxeo.wopi.CheckFileInfoUpdater;

/**
 * Tells WOPI clients which page frames them, and which of their buttons it sees to; and has their links to a file lead to
 * that page instead of Nuxeo's own, which knows nothing of a session.
 */
public class OfficeOnlineHost implements CheckFileInfoUpdater {

    @Override
    public Map<String, Serializable> update(Map<String, Serializable> properties) {
        Map<String, Serializable> answer = new HashMap<>(properties);
        // Where people's browsers find Web UI, as nuxeo.conf has it.
        URI nuxeo = URI.create(Framework.getProperty("nuxeo.url"));
        answer.put("PostMessageOrigin", nuxeo.getScheme() + "://" + nuxeo.getAuthority());
        answer.put("EditNotificationPostMessage", true);
        answer.put("ClosePostMessage", true);
        answer.put("EditModePostMessage", true);
        answer.put("FileSharingPostMessage", true);
        answer.put("FileVersionPostMessage", true);
        answer.computeIfPresent("HostEditUrl", (name, url) -> inWebUi(url));
        answer.computeIfPresent("HostViewUrl", (name, url) -> inWebUi(url));
        return answer;
    }

    /** From {@code nuxeo/wopi/edit/default/ID/XPATH} to the same file's address in Web UI. */
    private static String inWebUi(Serializable url) {
        return url.toString().replaceFirst("/wopi/(edit|view)/", "/ui/#!/office-online/$1/");
    }
}
