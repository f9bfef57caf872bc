package org.nuxeo.wopi;

import java.io.Serializable;
import java.util.Map;

/** As much of Nuxeo's as the sample needs (docs/host.md "WOPI host"). */
public interface CheckFileInfoUpdater {

    Map<String, Serializable> update(Map<String, Serializable> checkFileInfoProperties);
}
