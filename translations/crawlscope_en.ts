<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Certificate</name>
    <message numerus="yes">
        <location filename="../src/gui/models/hopfactsmodel.cpp" line="+92"/>
        <source>%1 (expired %Ln day(s) ago)</source>
        <translation>
            <numerusform>%1 (expired %Ln day ago)</numerusform>
            <numerusform>%1 (expired %Ln days ago)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 (in %Ln day(s))</source>
        <translation>
            <numerusform>%1 (in %Ln day)</numerusform>
            <numerusform>%1 (in %Ln days)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+20"/>
        <source>The certificate of %1 expires on %2, in %Ln day(s).</source>
        <translation>
            <numerusform>The certificate of %1 expires on %2, in %Ln day.</numerusform>
            <numerusform>The certificate of %1 expires on %2, in %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/comparetexts.cpp" line="+71"/>
        <source>%Ln more host(s) changed</source>
        <translation>
            <numerusform>%Ln more host changed</numerusform>
            <numerusform>%Ln more hosts changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+167"/>
        <source>%Ln URL(s) fail that did not</source>
        <translation>
            <numerusform>%Ln URL fails that did not</numerusform>
            <numerusform>%Ln URLs fail that did not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) work again</source>
        <translation>
            <numerusform>%Ln URL works again</numerusform>
            <numerusform>%Ln URLs work again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln URL(s) became slower</source>
        <translation>
            <numerusform>%Ln URL became slower</numerusform>
            <numerusform>%Ln URLs became slower</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) became faster</source>
        <translation>
            <numerusform>%Ln URL became faster</numerusform>
            <numerusform>%Ln URLs became faster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) end elsewhere</source>
        <translation>
            <numerusform>%Ln URL ends elsewhere</numerusform>
            <numerusform>%Ln URLs end elsewhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>%Ln URL(s) have another status</source>
        <translation>
            <numerusform>%Ln URL has another status</numerusform>
            <numerusform>%Ln URLs have another status</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln URL(s) have another content</source>
        <translation>
            <numerusform>%Ln URL has another content</numerusform>
            <numerusform>%Ln URLs have another content</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>No difference beyond the noise in %Ln URL(s).</source>
        <translation>
            <numerusform>No difference beyond the noise in %Ln URL.</numerusform>
            <numerusform>No difference beyond the noise in %Ln URLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+21"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/gatedraft.cpp" line="+194"/>
        <source>All of %Ln threshold(s) kept</source>
        <translation>
            <numerusform>The threshold is kept</numerusform>
            <numerusform>All %Ln thresholds kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1 of %Ln threshold(s) missed</source>
        <translation>
            <numerusform>%1 of %Ln threshold missed</numerusform>
            <numerusform>%1 of %Ln thresholds missed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultCell</name>
    <message numerus="yes">
        <location filename="../src/gui/models/resultcell.cpp" line="+225"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sessions</name>
    <message numerus="yes">
        <location filename="../src/gui/sessions/sessiontexts.cpp" line="+109"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+12"/>
        <source>“%1” was cut off with %Ln URL(s) left. Nothing that was shown is lost.</source>
        <translation>
            <numerusform>“%1” was cut off with %Ln URL left. Nothing that was shown is lost.</numerusform>
            <numerusform>“%1” was cut off with %Ln URLs left. Nothing that was shown is lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>“%1” was stopped with %Ln URL(s) left.</source>
        <translation>
            <numerusform>“%1” was stopped with %Ln URL left.</numerusform>
            <numerusform>“%1” was stopped with %Ln URLs left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepTexts</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/sweeptexts.cpp" line="+44"/>
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln run</numerusform>
            <numerusform>%Ln runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+66"/>
        <source>%1 of %Ln URL(s), %2.</source>
        <translation>
            <numerusform>%1 of %Ln URL, %2.</numerusform>
            <numerusform>%1 of %Ln URLs, %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+30"/>
        <source>%1 of %Ln URL(s): %2 requests.</source>
        <translation>
            <numerusform>%1 of %Ln URL: %2 requests.</numerusform>
            <numerusform>%1 of %Ln URLs: %2 requests.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <location filename="../src/gui/texts_events.cpp" line="+40"/>
        <source>Run started: %Ln URL(s). Duplicates left out: %1.</source>
        <translation>
            <numerusform>Run started: %Ln URL. Duplicates left out: %1.</numerusform>
            <numerusform>Run started: %Ln URLs. Duplicates left out: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run started: %Ln URL(s).</source>
        <translation>
            <numerusform>Run started: %Ln URL.</numerusform>
            <numerusform>Run started: %Ln URLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Run started with %1: %Ln URL(s). Duplicates left out: %2.</source>
        <translation>
            <numerusform>Run started with %1: %Ln URL. Duplicates left out: %2.</numerusform>
            <numerusform>Run started with %1: %Ln URLs. Duplicates left out: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run started with %1: %Ln URL(s).</source>
        <translation>
            <numerusform>Run started with %1: %Ln URL.</numerusform>
            <numerusform>Run started with %1: %Ln URLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>Stopping: %Ln request(s) in flight are being cancelled.</source>
        <translation>
            <numerusform>Stopping: %Ln request in flight is being cancelled.</numerusform>
            <numerusform>Stopping: %Ln requests in flight are being cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Run stopped: %Ln URL(s) left.</source>
        <translation>
            <numerusform>Run stopped: %Ln URL left.</numerusform>
            <numerusform>Run stopped: %Ln URLs left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+24"/>
        <source>%Ln row(s) could not be written to the session file. Export them before you close.</source>
        <translation>
            <numerusform>%Ln row could not be written to the session file. Export it before you close.</numerusform>
            <numerusform>%Ln rows could not be written to the session file. Export them before you close.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Run continued: %Ln URL(s) had ended before. In flight then and sent again: %1.</source>
        <translation>
            <numerusform>Run continued: %Ln URL had ended before. In flight then and sent again: %1.</numerusform>
            <numerusform>Run continued: %Ln URLs had ended before. In flight then and sent again: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%Ln URL(s) cannot be sent again: the secrets in them are not in the session file.</source>
        <translation>
            <numerusform>%Ln URL cannot be sent again: the secrets in it are not in the session file.</numerusform>
            <numerusform>%Ln URLs cannot be sent again: the secrets in them are not in the session file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Retry %1: %Ln failed URL(s) are tried again.</source>
        <translation>
            <numerusform>Retry %1: %Ln failed URL is tried again.</numerusform>
            <numerusform>Retry %1: %Ln failed URLs are tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>Not followed further: %1, %Ln URL(s) so far. A calendar: dates that lead to dates only.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. A calendar: dates that lead to dates only.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. A calendar: dates that lead to dates only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. The same pages under ever new session ids.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. The same pages under ever new session ids.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. The same pages under ever new session ids.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Parts of the address repeat themselves.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. Parts of the address repeat themselves.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. Parts of the address repeat themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Too many folders one in the other.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. Too many folders one in the other.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. Too many folders one in the other.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Not followed further: %1, %Ln URL(s) so far. Always the same pages.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. Always the same pages.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. Always the same pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>Not followed further: %1, %Ln URL(s) so far. As many as are allowed of one kind.</source>
        <translation>
            <numerusform>Not followed further: %1, %Ln URL so far. As many as are allowed of one kind.</numerusform>
            <numerusform>Not followed further: %1, %Ln URLs so far. As many as are allowed of one kind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+18"/>
        <source>%1: %Ln request(s) at once from now on.</source>
        <translation>
            <numerusform>%1: %Ln request at once from now on.</numerusform>
            <numerusform>%1: %Ln requests at once from now on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%1: %Ln request(s) at once from now on, %2 between their starts.</source>
        <translation>
            <numerusform>%1: %Ln request at once from now on, %2 between their starts.</numerusform>
            <numerusform>%1: %Ln requests at once from now on, %2 between their starts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+48"/>
        <source>%1 still fails: %Ln URL(s) stay left.</source>
        <translation>
            <numerusform>%1 still fails: %Ln URL stays left.</numerusform>
            <numerusform>%1 still fails: %Ln URLs stay left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+17"/>
        <source>Requests still fail: the run ends, %Ln URL(s) stay left.</source>
        <translation>
            <numerusform>Requests still fail: the run ends, %Ln URL stays left.</numerusform>
            <numerusform>Requests still fail: the run ends, %Ln URLs stay left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+35"/>
        <source>%Ln sitemap(s) were not read: too many, or named by an index within an index.</source>
        <translation>
            <numerusform>%Ln sitemap was not read: too many, or named by an index within an index.</numerusform>
            <numerusform>%Ln sitemaps were not read: too many, or named by an index within an index.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Sitemap with %Ln URL(s): %1</source>
        <translation>
            <numerusform>Sitemap with %Ln URL: %1</numerusform>
            <numerusform>Sitemap with %Ln URLs: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Index of %Ln sitemap(s): %1</source>
        <translation>
            <numerusform>Index of %Ln sitemap: %1</numerusform>
            <numerusform>Index of %Ln sitemaps: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+60"/>
        <source>Second pass: %Ln URL(s) that failed are tried once more, slowly.</source>
        <translation>
            <numerusform>Second pass: %Ln URL that failed is tried once more, slowly.</numerusform>
            <numerusform>Second pass: %Ln URLs that failed are tried once more, slowly.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+10"/>
        <source>%Ln URL(s) are known, as many as a run may have: further links are not followed.</source>
        <translation>
            <numerusform>%Ln URL is known, as many as a run may have: further links are not followed.</numerusform>
            <numerusform>%Ln URLs are known, as many as a run may have: further links are not followed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>The rule %1 reached a limit on %Ln page(s) and is tried no more.</source>
        <translation>
            <numerusform>The rule %1 reached a limit on %Ln page and is tried no more.</numerusform>
            <numerusform>The rule %1 reached a limit on %Ln pages and is tried no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/texts_waits.cpp" line="+148"/>
        <source>All %Ln slot(s) are in use: the limit of requests in flight is reached.</source>
        <translation>
            <numerusform>The one slot is in use: the limit of requests in flight is reached.</numerusform>
            <numerusform>All %Ln slots are in use: the limit of requests in flight is reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-64"/>
        <source>%Ln URL(s) wait for %1: %2.</source>
        <translation>
            <numerusform>%Ln URL waits for %1: %2.</numerusform>
            <numerusform>%Ln URLs wait for %1: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+7"/>
        <source>No file descriptors left: this computer allows %Ln request(s) in flight.</source>
        <translation>
            <numerusform>No file descriptors left: this computer allows %Ln request in flight.</numerusform>
            <numerusform>No file descriptors left: this computer allows %Ln requests in flight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%Ln URL(s) wait.</source>
        <translation>
            <numerusform>%Ln URL waits.</numerusform>
            <numerusform>%Ln URLs wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>%Ln URL(s) that failed wait to be tried again.</source>
        <translation>
            <numerusform>%Ln URL that failed waits to be tried again.</numerusform>
            <numerusform>%Ln URLs that failed wait to be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s) that failed wait to be tried again, the next in %1.</source>
        <translation>
            <numerusform>%Ln URL that failed waits to be tried again, in %1.</numerusform>
            <numerusform>%Ln URLs that failed wait to be tried again, the next in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+54"/>
        <source>Waiting for the rate limit: %Ln request(s) per second.</source>
        <translation>
            <numerusform>Waiting for the rate limit: %Ln request per second.</numerusform>
            <numerusform>Waiting for the rate limit: %Ln requests per second.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>Waiting for %Ln request(s) in flight to end.</source>
        <translation>
            <numerusform>Waiting for %Ln request in flight to end.</numerusform>
            <numerusform>Waiting for %Ln requests in flight to end.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Waiting for the analysis: %Ln page(s) queued. More analysis threads may help.</source>
        <translation>
            <numerusform>Waiting for the analysis: %Ln page queued. More analysis threads may help.</numerusform>
            <numerusform>Waiting for the analysis: %Ln pages queued. More analysis threads may help.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/texts_errors.cpp" line="+243"/>
        <source>Exported %Ln row(s) to “%1” (%2).</source>
        <translation>
            <numerusform>Exported %Ln row to “%1” (%2).</numerusform>
            <numerusform>Exported %Ln rows to “%1” (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waterfall</name>
    <message numerus="yes">
        <location filename="../src/gui/models/waterfalltext.cpp" line="+143"/>
        <source>After %Ln redirect(s)</source>
        <translation>
            <numerusform>After %Ln redirect</numerusform>
            <numerusform>After %Ln redirects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::BodyView</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/bodyview.cpp" line="+244"/>
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n element</numerusform>
            <numerusform>%n elements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::CompareView</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/compareview.cpp" line="+325"/>
        <source>Distributions are kept of the %Ln hosts with most URLs.</source>
        <translation>
            <numerusform>Distributions are kept of the %Ln host with most URLs.</numerusform>
            <numerusform>Distributions are kept of the %Ln hosts with most URLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/lab/compareviewlists.cpp" line="+77"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>More than %Ln row cannot be copied. Use Export instead.</numerusform>
            <numerusform>More than %Ln rows cannot be copied. Use Export instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../src/gui/lab/compareview.cpp" line="+21"/>
        <source>Reading, %Ln row(s)</source>
        <translation>
            <numerusform>Reading, %Ln row</numerusform>
            <numerusform>Reading, %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::DashboardPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/dashboardpage.cpp" line="+119"/>
        <source>%Ln URL(s) ready. Press Start to fetch them.</source>
        <translation>
            <numerusform>%Ln URL ready. Press Start to fetch it.</numerusform>
            <numerusform>%Ln URLs ready. Press Start to fetch them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+83"/>
        <source>%1, %Ln found</source>
        <comment>share that is done, URLs</comment>
        <translation>
            <numerusform>%1, %Ln found</numerusform>
            <numerusform>%1, %Ln found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ErrorsChart</name>
    <message numerus="yes">
        <location filename="../src/gui/charts/errorschart.cpp" line="+86"/>
        <source>%n failure(s), most often: %1, %2.</source>
        <translation>
            <numerusform>%n failure, most often: %1, %2.</numerusform>
            <numerusform>%n failures, most often: %1, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ExportDialog</name>
    <message numerus="yes">
        <location filename="../src/gui/dialogs/exportdialog.cpp" line="+57"/>
        <source>All input lines, in input order (%Ln)</source>
        <translation>
            <numerusform>All input lines, in input order (%Ln)</numerusform>
            <numerusform>All input lines, in input order (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>Rows of the list, in the order shown (%Ln)</source>
        <translation>
            <numerusform>Rows of the list, in the order shown (%Ln)</numerusform>
            <numerusform>Rows of the list, in the order shown (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>Rows the filter shows, in the order shown (%Ln)</source>
        <translation>
            <numerusform>Rows the filter shows, in the order shown (%Ln)</numerusform>
            <numerusform>Rows the filter shows, in the order shown (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Rows of the table, in the order shown (%Ln)</source>
        <translation>
            <numerusform>Rows of the table, in the order shown (%Ln)</numerusform>
            <numerusform>Rows of the table, in the order shown (%Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>Selected rows (%Ln)</source>
        <translation>
            <numerusform>Selected rows (%Ln)</numerusform>
            <numerusform>Selected rows (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ExportProgress</name>
    <message numerus="yes">
        <location filename="../src/gui/dialogs/exportcontroller.cpp" line="+94"/>
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::FilterBar</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/filterbar.cpp" line="+280"/>
        <source>%1: %Ln row(s)</source>
        <translation>
            <numerusform>%1: %Ln row</numerusform>
            <numerusform>%1: %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+36"/>
        <location line="+26"/>
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-7"/>
        <source>%Ln new row(s)</source>
        <translation>
            <numerusform>%Ln new row</numerusform>
            <numerusform>%Ln new rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>Searching %Ln row(s)…</source>
        <translation>
            <numerusform>Searching %Ln row…</numerusform>
            <numerusform>Searching %Ln rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>%1 of %Ln row(s) shown</source>
        <translation>
            <numerusform>%1 of %Ln row shown</numerusform>
            <numerusform>%1 of %Ln rows shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>The pattern was too costly for %Ln row(s), which are not shown.</source>
        <translation>
            <numerusform>The pattern was too costly for %Ln row, which is not shown.</numerusform>
            <numerusform>The pattern was too costly for %Ln rows, which are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HopFactsModel</name>
    <message numerus="yes">
        <location filename="../src/gui/models/hopfactsmodel.cpp" line="+98"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostLimitsDialog</name>
    <message numerus="yes">
        <location filename="../src/gui/dialogs/hostlimitsdialog.cpp" line="+87"/>
        <source>Limits of %Ln host(s)</source>
        <translation>
            <numerusform>Limits of %Ln host</numerusform>
            <numerusform>Limits of %Ln hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostTimelineChart</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/hosttimelinechart.cpp" line="+125"/>
        <source>%Ln host(s), %1 in all, at most %2 in flight.</source>
        <translation>
            <numerusform>%Ln host, %1 in all, at most %2 in flight.</numerusform>
            <numerusform>%Ln hosts, %1 in all, at most %2 in flight.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::HostsPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/hostspage.cpp" line="+259"/>
        <source>%1 of %Ln host(s)</source>
        <translation>
            <numerusform>%1 of %Ln host</numerusform>
            <numerusform>%1 of %Ln hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln host(s)</source>
        <translation>
            <numerusform>%Ln host</numerusform>
            <numerusform>%Ln hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%Ln new host(s)</source>
        <translation>
            <numerusform>%Ln new host</numerusform>
            <numerusform>%Ln new hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+114"/>
        <source>More than %Ln row(s) cannot be copied.</source>
        <translation>
            <numerusform>More than %Ln row cannot be copied.</numerusform>
            <numerusform>More than %Ln rows cannot be copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LevelChart</name>
    <message numerus="yes">
        <location filename="../src/gui/charts/levelchart.cpp" line="+106"/>
        <source>%Ln in flight</source>
        <translation>
            <numerusform>%Ln in flight</numerusform>
            <numerusform>%Ln in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LinkSettings</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/linksettings.cpp" line="+160"/>
        <source>At most %Ln expression(s)</source>
        <translation>
            <numerusform>At most %Ln expression</numerusform>
            <numerusform>At most %Ln expressions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+47"/>
        <source>At most %Ln sitemap(s)</source>
        <translation>
            <numerusform>At most %Ln sitemap</numerusform>
            <numerusform>At most %Ln sitemaps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LinksView</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/linksview.cpp" line="+224"/>
        <source>The page has %Ln link(s). They were not to be followed, so they were not kept.</source>
        <translation>
            <numerusform>The page has %Ln link. It was not to be followed, so it was not kept.</numerusform>
            <numerusform>The page has %Ln links. They were not to be followed, so they were not kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+13"/>
        <source>The first %Ln link(s) to this URL</source>
        <translation>
            <numerusform>The first %Ln link to this URL</numerusform>
            <numerusform>The first %Ln links to this URL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>The first %Ln link(s) of this page; it has more than are kept</source>
        <translation>
            <numerusform>The first %Ln link of this page; it has more than are kept</numerusform>
            <numerusform>The first %Ln links of this page; it has more than are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LogPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/logpage.cpp" line="+137"/>
        <source>%1 of %Ln line(s)</source>
        <translation>
            <numerusform>%1 of %Ln line</numerusform>
            <numerusform>%1 of %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::LoopPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/looppage.cpp" line="+200"/>
        <source>%Ln queued</source>
        <translation>
            <numerusform>%Ln queued</numerusform>
            <numerusform>%Ln queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PageFactsModel</name>
    <message numerus="yes">
        <location filename="../src/gui/models/pagefactsmodel.cpp" line="+116"/>
        <source>after %Ln second(s)</source>
        <translation>
            <numerusform>after %Ln second</numerusform>
            <numerusform>after %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::PolitenessSettings</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/politenesssettings.cpp" line="+135"/>
        <source>%Ln limit(s); the first that matches a host counts</source>
        <translation>
            <numerusform>%Ln limit; the first that matches a host counts</numerusform>
            <numerusform>%Ln limits; the first that matches a host counts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ProblemRowsModel</name>
    <message numerus="yes">
        <location filename="../src/gui/models/problemrowsmodel.cpp" line="+91"/>
        <source>%Ln page(s): %1</source>
        <comment>pages alike, what they share</comment>
        <translation>
            <numerusform>%Ln page: %1</numerusform>
            <numerusform>%Ln pages: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ProblemsPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/problemspage.cpp" line="+285"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>More than %Ln row cannot be copied. Use Export instead.</numerusform>
            <numerusform>More than %Ln rows cannot be copied. Use Export instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+58"/>
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln notice(s)</source>
        <translation>
            <numerusform>%Ln notice</numerusform>
            <numerusform>%Ln notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln URL(s)</source>
        <translation>
            <numerusform>%Ln URL</numerusform>
            <numerusform>%Ln URLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+22"/>
        <source>No problems found on %Ln page(s).</source>
        <translation>
            <numerusform>No problems found on %Ln page.</numerusform>
            <numerusform>No problems found on %Ln pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>No problems found at %Ln URL(s).</source>
        <translation>
            <numerusform>No problems found at %Ln URL.</numerusform>
            <numerusform>No problems found at %Ln URLs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::ResultsPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/resultspage.cpp" line="+413"/>
        <source>More than %Ln row(s) cannot be copied. Use Export instead.</source>
        <translation>
            <numerusform>More than %Ln row cannot be copied. Use Export instead.</numerusform>
            <numerusform>More than %Ln rows cannot be copied. Use Export instead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+15"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::RulesModel</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/rulesmodel.cpp" line="+239"/>
        <source>At most %Ln rule(s)</source>
        <translation>
            <numerusform>At most %Ln rule</numerusform>
            <numerusform>At most %Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionActions</name>
    <message numerus="yes">
        <location filename="../src/gui/sessions/sessionactions.cpp" line="+74"/>
        <source>%Ln session(s) and their results go to the trash.</source>
        <translation>
            <numerusform>%Ln session and its results go to the trash.</numerusform>
            <numerusform>%Ln sessions and their results go to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+27"/>
        <source>%Ln session(s) deleted.</source>
        <translation>
            <numerusform>%Ln session deleted.</numerusform>
            <numerusform>%Ln sessions deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+3"/>
        <source>There is no trash for the folder of these sessions. Delete %Ln session(s) for good?</source>
        <translation>
            <numerusform>There is no trash for the folder of these sessions. Delete %Ln session for good?</numerusform>
            <numerusform>There is no trash for the folder of these sessions. Delete %Ln sessions for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionsModel</name>
    <message numerus="yes">
        <location filename="../src/gui/models/sessionsmodel.cpp" line="+185"/>
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SessionsPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/sessionspage.cpp" line="+205"/>
        <source>%1 of %Ln session(s)</source>
        <translation>
            <numerusform>%1 of %Ln session</numerusform>
            <numerusform>%1 of %Ln sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln session(s)</source>
        <translation>
            <numerusform>%Ln session</numerusform>
            <numerusform>%Ln sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SettingsDialog</name>
    <message numerus="yes">
        <location filename="../src/gui/dialogs/settingsdialog.cpp" line="+107"/>
        <source>%n time(s) a second</source>
        <translation>
            <numerusform>Once a second</numerusform>
            <numerusform>%n times a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SetupPanel</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/setuppanel.cpp" line="+352"/>
        <source>Never reached: %Ln in flight over all hosts</source>
        <translation>
            <numerusform>Never reached: %Ln in flight over all hosts</numerusform>
            <numerusform>Never reached: %Ln in flight over all hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+23"/>
        <source>%Ln URL(s) take at least %1</source>
        <translation>
            <numerusform>%Ln URL takes at least %1</numerusform>
            <numerusform>%Ln URLs take at least %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+9"/>
        <source>More than the %Ln processor core(s) here can run</source>
        <translation>
            <numerusform>More than the one processor core here can run</numerusform>
            <numerusform>More than the %Ln processor cores here can run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+1"/>
        <source>%Ln processor core(s) here</source>
        <translation>
            <numerusform>%Ln processor core here</numerusform>
            <numerusform>%Ln processor cores here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SideBySideChart</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/sidebysidechart.cpp" line="+127"/>
        <source>%Ln at a time</source>
        <translation>
            <numerusform>%Ln at a time</numerusform>
            <numerusform>%Ln at a time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+16"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln not requested</source>
        <translation>
            <numerusform>%Ln not requested</numerusform>
            <numerusform>%Ln not requested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%Ln at a time took %1, one after another %2: not faster, though one request waits for %3 of its time.</source>
        <translation>
            <numerusform>%Ln at a time took %1, one after another %2: not faster, though one request waits for %3 of its time.</numerusform>
            <numerusform>%Ln at a time took %1, one after another %2: not faster, though one request waits for %3 of its time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+5"/>
        <source>%Ln at a time took %1 instead of %2: %3 times as fast, for %4 of the time one request only waits.</source>
        <translation>
            <numerusform>%Ln at a time took %1 instead of %2: %3 times as fast, for %4 of the time one request only waits.</numerusform>
            <numerusform>%Ln at a time took %1 instead of %2: %3 times as fast, for %4 of the time one request only waits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+4"/>
        <source>No more than %Ln were in flight at once.</source>
        <translation>
            <numerusform>No more than %Ln was in flight at once.</numerusform>
            <numerusform>No more than %Ln were in flight at once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::SimulateView</name>
    <message numerus="yes">
        <location filename="../src/gui/lab/simulateview.cpp" line="+268"/>
        <source>Never reached: %Ln in flight over all hosts</source>
        <translation>
            <numerusform>Never reached: %Ln in flight over all hosts</numerusform>
            <numerusform>Never reached: %Ln in flight over all hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+61"/>
        <source>%1 URLs of %Ln host(s), at most %2 in flight.</source>
        <translation>
            <numerusform>%1 URLs of %Ln host, at most %2 in flight.</numerusform>
            <numerusform>%1 URLs of %Ln hosts, at most %2 in flight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+26"/>
        <source>%Ln URL(s) have no time of their own: that of their host, or of all, is taken.</source>
        <translation>
            <numerusform>%Ln URL has no time of its own: that of its host, or of all, is taken.</numerusform>
            <numerusform>%Ln URLs have no time of their own: that of their host, or of all, is taken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::StatusLine</name>
    <message numerus="yes">
        <location filename="../src/gui/statusline.cpp" line="+119"/>
        <source>%Ln URL(s) ready to start</source>
        <translation>
            <numerusform>%Ln URL ready to start</numerusform>
            <numerusform>%Ln URLs ready to start</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+14"/>
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+6"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::UrlEditor</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/urleditorwidgets.cpp" line="+182"/>
        <source>%Ln accepted</source>
        <translation>
            <numerusform>%Ln accepted</numerusform>
            <numerusform>%Ln accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln without scheme</source>
        <translation>
            <numerusform>%Ln without scheme</numerusform>
            <numerusform>%Ln without scheme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln duplicate(s)</source>
        <translation>
            <numerusform>%Ln duplicate</numerusform>
            <numerusform>%Ln duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <source>%Ln invalid</source>
        <translation>
            <numerusform>%Ln invalid</numerusform>
            <numerusform>%Ln invalid</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::UrlListPane</name>
    <message numerus="yes">
        <location filename="../src/gui/setup/urllistpane.cpp" line="+123"/>
        <source>%Ln line(s), shown as a list</source>
        <translation>
            <numerusform>%Ln line, shown as a list</numerusform>
            <numerusform>%Ln lines, shown as a list</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::WaterfallPage</name>
    <message numerus="yes">
        <location filename="../src/gui/pages/waterfallpage.cpp" line="+237"/>
        <source>%1 of %Ln request(s)</source>
        <translation>
            <numerusform>%1 of %Ln request</numerusform>
            <numerusform>%1 of %Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+2"/>
        <location line="+34"/>
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-33"/>
        <location line="+34"/>
        <source>%Ln in flight</source>
        <translation>
            <numerusform>%Ln in flight</numerusform>
            <numerusform>%Ln in flight</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-33"/>
        <location line="+33"/>
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln failed</numerusform>
            <numerusform>%Ln failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="-29"/>
        <source>Held, %Ln newer</source>
        <translation>
            <numerusform>Held, %Ln newer</numerusform>
            <numerusform>Held, %Ln newer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location line="+71"/>
        <source>Copied %Ln row(s).</source>
        <translation>
            <numerusform>Copied %Ln row.</numerusform>
            <numerusform>Copied %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>crawlscope::gui::WorkersChart</name>
    <message numerus="yes">
        <location filename="../src/gui/charts/workerschart.cpp" line="+53"/>
        <source>%n thread(s), busy %1 on average.</source>
        <translation>
            <numerusform>%n thread, busy %1.</numerusform>
            <numerusform>%n threads, busy %1 on average.</numerusform>
        </translation>
    </message>
</context>
</TS>
