<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskPage</name>
    <message numerus="yes">
        <source>%Ln photos answered now</source>
        <translation>
            <numerusform>%Ln photo answered now</numerusform>
            <numerusform>%Ln photos answered now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The next ten answers should raise it by about %Ln points.</source>
        <translation>
            <numerusform>The next ten answers should raise it by about %Ln point.</numerusform>
            <numerusform>The next ten answers should raise it by about %Ln points.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterDelegate</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clusters</name>
    <message numerus="yes">
        <source>{name}, %Ln photos</source>
        <translation>
            <numerusform>{name}, %Ln photo</numerusform>
            <numerusform>{name}, %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClustersPage</name>
    <message numerus="yes">
        <source>%Ln groups</source>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Curating</name>
    <message numerus="yes">
        <source>Set %Ln photos upright</source>
        <translation>
            <numerusform>Set %Ln photo upright</numerusform>
            <numerusform>Set %Ln photos upright</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out of their bursts</source>
        <translation>
            <numerusform>Took %Ln photo out of its burst</numerusform>
            <numerusform>Took %Ln photos out of their bursts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out of the album</source>
        <translation>
            <numerusform>Took %Ln photo out of the album</numerusform>
            <numerusform>Took %Ln photos out of the album</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln photos into the album</source>
        <translation>
            <numerusform>Put %Ln photo into the album</numerusform>
            <numerusform>Put %Ln photos into the album</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %Ln photos</source>
        <translation>
            <numerusform>Marked %Ln photo</numerusform>
            <numerusform>Marked %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoubtCard</name>
    <message numerus="yes">
        <source>Its %Ln photos fall into two kinds; the second has {m:,}.</source>
        <translation>
            <numerusform>Its %Ln photo falls into two kinds; the second has {m:,}.</numerusform>
            <numerusform>Its %Ln photos fall into two kinds; the second has {m:,}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateDelegate</name>
    <message numerus="yes">
        <source>Keep one, %Ln to the wastebasket</source>
        <translation>
            <numerusform>Keep one, %Ln to the wastebasket</numerusform>
            <numerusform>Keep one, %Ln to the wastebasket</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tags</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateGroups</name>
    <message numerus="yes">
        <source>%Ln exact copies</source>
        <translation>
            <numerusform>%Ln exact copy</numerusform>
            <numerusform>%Ln exact copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos that look alike</source>
        <translation>
            <numerusform>%Ln photo that looks alike</numerusform>
            <numerusform>%Ln photos that look alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln groups.</source>
        <translation>
            <numerusform>%Ln group.</numerusform>
            <numerusform>%Ln groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the best of %Ln exact groups…</source>
        <translation>
            <numerusform>Keep the best of %Ln exact group…</numerusform>
            <numerusform>Keep the best of %Ln exact groups…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message numerus="yes">
        <source>Put %Ln tags on photos</source>
        <translation>
            <numerusform>Put %Ln tag on photos</numerusform>
            <numerusform>Put %Ln tags on photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took “{tag}” off %Ln photos</source>
        <translation>
            <numerusform>Took “{tag}” off %Ln photo</numerusform>
            <numerusform>Took “{tag}” off %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln suggestions</source>
        <translation>
            <numerusform>Accepted %Ln suggestion</numerusform>
            <numerusform>Accepted %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took back %Ln tags</source>
        <translation>
            <numerusform>Took back %Ln tag</numerusform>
            <numerusform>Took back %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tagged %Ln photos “{tag}”</source>
        <translation>
            <numerusform>Tagged %Ln photo “{tag}”</numerusform>
            <numerusform>Tagged %Ln photos “{tag}”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>Whole library · %Ln photos</source>
        <translation>
            <numerusform>Whole library · %Ln photo</numerusform>
            <numerusform>Whole library · %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message numerus="yes">
        <source>%Ln files would be written</source>
        <translation>
            <numerusform>%Ln file would be written</numerusform>
            <numerusform>%Ln files would be written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files written</source>
        <translation>
            <numerusform>%Ln file written</numerusform>
            <numerusform>%Ln files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GainCurve</name>
    <message numerus="yes">
        <source>{share:.0%} after %Ln answers</source>
        <translation>
            <numerusform>{share:.0%} after %Ln answer</numerusform>
            <numerusform>{share:.0%} after %Ln answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupEdits</name>
    <message numerus="yes">
        <source>Merged %Ln groups</source>
        <translation>
            <numerusform>Merged %Ln group</numerusform>
            <numerusform>Merged %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln groups are gone for good</source>
        <translation>
            <numerusform>This group is gone for good</numerusform>
            <numerusform>%Ln groups are gone for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took %Ln photos out</source>
        <translation>
            <numerusform>Took %Ln photo out</numerusform>
            <numerusform>Took %Ln photos out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split into %Ln groups</source>
        <translation>
            <numerusform>Split into %Ln group</numerusform>
            <numerusform>Split into %Ln groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>%Ln groups chosen. M makes them one, N means that they are no groups.</source>
        <translation>
            <numerusform>%Ln group chosen. N means that it is no group.</numerusform>
            <numerusform>%Ln groups chosen. M makes them one, N means that they are no groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPage</name>
    <message numerus="yes">
        <source>%Ln things to look at</source>
        <translation>
            <numerusform>%Ln thing to look at</numerusform>
            <numerusform>%Ln things to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InUseCard</name>
    <message numerus="yes">
        <source>{source}
%Ln numbers a photo</source>
        <translation>
            <numerusform>{source}
%Ln number a photo</numerusform>
            <numerusform>{source}
%Ln numbers a photo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %Ln photos, and Handful can measure how good it is for you.</source>
        <translation>
            <numerusform>Tag %Ln photo, and Handful can measure how good it is for you.</numerusform>
            <numerusform>Tag %Ln photos, and Handful can measure how good it is for you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln untagged</source>
        <translation>
            <numerusform>%Ln untagged</numerusform>
            <numerusform>%Ln untagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <translation>
            <numerusform>%Ln to review</numerusform>
            <numerusform>%Ln to review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LyingPage</name>
    <message numerus="yes">
        <source>Set all %Ln upright</source>
        <translation>
            <numerusform>Set %Ln upright</numerusform>
            <numerusform>Set all %Ln upright</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos look as if they lay on their side.</source>
        <translation>
            <numerusform>%Ln photo looks as if it lay on its side.</numerusform>
            <numerusform>%Ln photos look as if they lay on their side.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, all shots of %Ln stacks</source>
        <translation>
            <numerusform>, all shots of %Ln stack</numerusform>
            <numerusform>, all shots of %Ln stacks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message numerus="yes">
        <source>%Ln photos in the ring</source>
        <translation>
            <numerusform>%Ln photo in the ring</numerusform>
            <numerusform>%Ln photos in the ring</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkBar</name>
    <message numerus="yes">
        <source>{given} of %Ln stars are given</source>
        <translation>
            <numerusform>{given} of %Ln stars are given</numerusform>
            <numerusform>{given} of %Ln stars are given</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stars ({key})</source>
        <translation>
            <numerusform>%Ln star ({key})</numerusform>
            <numerusform>%Ln stars ({key})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunsDialog</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SimilarPage</name>
    <message numerus="yes">
        <source>%Ln photos within a distance of {cut:.2f}</source>
        <translation>
            <numerusform>%Ln photo within a distance of {cut:.2f}</numerusform>
            <numerusform>%Ln photos within a distance of {cut:.2f}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagLegend</name>
    <message numerus="yes">
        <source>{tag}: %Ln photos</source>
        <translation>
            <numerusform>{tag}: %Ln photo</numerusform>
            <numerusform>{tag}: %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagTicks</name>
    <message numerus="yes">
        <source>{n} of %Ln photos</source>
        <translation>
            <numerusform>{n} of %Ln photo</numerusform>
            <numerusform>{n} of %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagTicksDialog</name>
    <message numerus="yes">
        <source>Tags of %Ln photos</source>
        <translation>
            <numerusform>Tags of %Ln photo</numerusform>
            <numerusform>Tags of %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThresholdCard</name>
    <message numerus="yes">
        <source>About {p:.0%} right, from %Ln answers of yours.</source>
        <translation>
            <numerusform>About {p:.0%} right, from %Ln answer of yours.</numerusform>
            <numerusform>About {p:.0%} right, from %Ln answers of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expected to be wrong.</source>
        <translation>
            <numerusform>%Ln expected to be wrong.</numerusform>
            <numerusform>%Ln expected to be wrong.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message numerus="yes">
        <source>Moved %Ln photos to the wastebasket</source>
        <translation>
            <numerusform>Moved %Ln photo to the wastebasket</numerusform>
            <numerusform>Moved %Ln photos to the wastebasket</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainLive</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message numerus="yes">
        <source>Training needs at least %Ln photos.</source>
        <translation>
            <numerusform>Training needs at least %Ln photo.</numerusform>
            <numerusform>Training needs at least %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>1 hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message numerus="yes">
        <source>%Ln photos</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wastebasket</name>
    <message numerus="yes">
        <source>Move %Ln files to the wastebasket?</source>
        <translation>
            <numerusform>Move %Ln file to the wastebasket?</numerusform>
            <numerusform>Move %Ln files to the wastebasket?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%Ln stars</source>
        <translation>
            <numerusform>%Ln star</numerusform>
            <numerusform>%Ln stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stack of %Ln photos</source>
        <translation>
            <numerusform>Stack of %Ln photo</numerusform>
            <numerusform>Stack of %Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message numerus="yes">
        <source>Added %Ln photos</source>
        <translation>
            <numerusform>Added %Ln photo</numerusform>
            <numerusform>Added %Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Found %Ln groups</source>
        <translation>
            <numerusform>Found %Ln group</numerusform>
            <numerusform>Found %Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln tags</source>
        <translation>
            <numerusform>Imported %Ln tag</numerusform>
            <numerusform>Imported %Ln tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln lines matched no photo</source>
        <translation>
            <numerusform>; %Ln line matched no photo</numerusform>
            <numerusform>; %Ln lines matched no photo</numerusform>
        </translation>
    </message>
</context>
</TS>
