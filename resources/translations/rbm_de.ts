<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Exports</name>
    <message>
        <source>Log-likelihood</source>
        <translation>Log-Likelihood</translation>
    </message>
</context>
<context>
    <name>FigureAxes</name>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
</context>
<context>
    <name>LessonCondition</name>
    <message>
        <source>at update %1</source>
        <translation>bei Update %1</translation>
    </message>
    <message>
        <source>once the rate is %1 or more</source>
        <translation>sobald die Rate mindestens %1 ist</translation>
    </message>
    <message>
        <source>once the rate is %1 or less</source>
        <translation>sobald die Rate höchstens %1 ist</translation>
    </message>
    <message>
        <source>with point %1 of the curve</source>
        <translation>mit Punkt %1 der Kurve</translation>
    </message>
    <message>
        <source>at step %1 of the chains</source>
        <translation>bei Schritt %1 der Ketten</translation>
    </message>
    <message>
        <source>once %1 or more pixels are held</source>
        <translation>sobald mindestens %1 Pixel festgehalten sind</translation>
    </message>
    <message>
        <source>once the tab Train is open</source>
        <translation>sobald der Reiter „Trainieren“ offen ist</translation>
    </message>
    <message>
        <source>once the tab Filters is open</source>
        <translation>sobald der Reiter „Filter“ offen ist</translation>
    </message>
    <message>
        <source>once the tab Gibbs explorer is open</source>
        <translation>sobald der Reiter „Gibbs-Explorer“ offen ist</translation>
    </message>
    <message>
        <source>once the model is a fresh one</source>
        <translation>sobald das Modell ein frisches ist</translation>
    </message>
    <message>
        <source>once it trains</source>
        <translation>sobald es trainiert</translation>
    </message>
    <message>
        <source>once the training pauses</source>
        <translation>sobald das Training pausiert</translation>
    </message>
    <message>
        <source>once the run has ended and was measured</source>
        <translation>sobald der Lauf zu Ende und gemessen ist</translation>
    </message>
    <message>
        <source>at step %1 of the comparison</source>
        <translation>bei Schritt %1 des Vergleichs</translation>
    </message>
    <message>
        <source>once the view Mixing is open</source>
        <translation>sobald die Ansicht Mischen offen ist</translation>
    </message>
    <message>
        <source>with %1 more points of the curve</source>
        <translation>mit %1 weiteren Punkten der Kurve</translation>
    </message>
</context>
<context>
    <name>LikelihoodFigure</name>
    <message>
        <source>Train %1</source>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>Test %1</translation>
    </message>
    <message>
        <source>Test, 10 temperatures: too optimistic</source>
        <translation>Test, 10 Temperaturen: zu optimistisch</translation>
    </message>
    <message>
        <source>Test, 10 temperatures</source>
        <translation>Test, 10 Temperaturen</translation>
    </message>
    <message>
        <source>The curve starts after the first check.</source>
        <translation>Die Kurve beginnt nach der ersten Messung.</translation>
    </message>
    <message>
        <source>Log-likelihood of gray images, nats per image</source>
        <translation>Log-Likelihood der grauen Bilder, Nats je Bild</translation>
    </message>
    <message>
        <source>Log-likelihood of images sampled to 0 and 1, nats per image</source>
        <translation>Log-Likelihood der auf 0 und 1 gezogenen Bilder, Nats je Bild</translation>
    </message>
    <message>
        <source>; log Z enumerated</source>
        <translation>; log Z ausgezählt</translation>
    </message>
    <message>
        <source>; log Z annealed from both sides, band 3 sigma</source>
        <translation>; log Z von beiden Seiten geschätzt (Annealing), Band 3 Sigma</translation>
    </message>
</context>
<context>
    <name>LikelihoodPoint</name>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>at most about %1</source>
        <translation>höchstens etwa %1</translation>
    </message>
    <message>
        <source>Epoch %1: %2
Test  %3
Train %4
10 temperatures, test %5</source>
        <translation>Epoche %1: %2
Test     %3
Training %4
10 Temperaturen, Test %5</translation>
    </message>
    <message>
        <source>Epoch %1: test %2, 3 sigma %3; train %4. Verdict: %5.</source>
        <translation>Epoche %1: Test %2, 3 Sigma %3; Training %4. Urteil: %5.</translation>
    </message>
</context>
<context>
    <name>LikelihoodTexts</name>
    <message>
        <source>%1: log Z %2 (%3 … %4), %5 of %6 runs carry the weight.</source>
        <translation>%1: log Z %2 (%3 … %4), %5 von %6 Läufen tragen das Gewicht.</translation>
    </message>
    <message>
        <source>The whole check took %1 s.</source>
        <translation>Die ganze Messung dauerte %1 s.</translation>
    </message>
    <message>
        <source>All states of the smaller side were counted: log Z %1, no estimate.</source>
        <translation>Alle Zustände der kleineren Seite wurden gezählt: log Z %1, keine Schätzung.</translation>
    </message>
    <message>
        <source>%1 runs in each direction through %2 temperatures.</source>
        <translation>%1 Läufe in jeder Richtung durch %2 Temperaturen.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Rückwärts</translation>
    </message>
    <message>
        <source>Reverse runs from data: %1; from the model’s own states: %2.</source>
        <translation>Rückwärtsläufe von Daten aus: %1; von eigenen Zuständen des Modells aus: %2.</translation>
    </message>
    <message>
        <source>All states of the smaller side were enumerated.</source>
        <translation>Alle Zustände der kleineren Seite wurden ausgezählt.</translation>
    </message>
    <message>
        <source>Reverse runs that start at data and at the model’s own states are %1 nats apart: some chains miss a mode.</source>
        <translation>Rückwärtsläufe, die bei Daten und bei eigenen Zuständen des Modells beginnen, liegen %1 Nats auseinander: Einige Ketten verfehlen einen Modus.</translation>
    </message>
    <message>
        <source>The two directions agree within %1 nats, and at least %2 of %3 runs carry the weight.</source>
        <translation>Die beiden Richtungen stimmen auf %1 Nats überein, und mindestens %2 von %3 Läufen tragen das Gewicht.</translation>
    </message>
    <message>
        <source>The two directions are %1 nats apart.</source>
        <translation>Die beiden Richtungen liegen %1 Nats auseinander.</translation>
    </message>
    <message>
        <source>Only %1 of %2 runs carry the weight of one direction.</source>
        <translation>Nur %1 von %2 Läufen tragen das Gewicht einer Richtung.</translation>
    </message>
    <message>
        <source>Only %1 of %2 runs carry the weight, so the model looks better than it is.</source>
        <translation>Nur %1 von %2 Läufen tragen das Gewicht, daher sieht das Modell besser aus, als es ist.</translation>
    </message>
    <message>
        <source>Only one direction was measured, and %1 of %2 runs carry the weight.</source>
        <translation>Nur eine Richtung wurde gemessen, und %1 von %2 Läufen tragen das Gewicht.</translation>
    </message>
    <message>
        <source>10 temperatures</source>
        <translation>10 Temperaturen</translation>
    </message>
    <message>
        <source>As the original estimates it: forward only, %1 runs, log Z %2.
%3</source>
        <translation>Wie das Original es schätzt: nur vorwärts, %1 Läufe, log Z %2.
%3</translation>
    </message>
    <message>
        <source>Enumerated</source>
        <translation>Ausgezählt</translation>
    </message>
    <message>
        <source>%1 s, both ways</source>
        <translation>%1 s, 2 Wege</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Measured at epoch %1, before the run was opened again.</source>
        <translation>Gemessen nach Epoche %1, bevor der Lauf wieder geöffnet wurde.</translation>
    </message>
    <message>
        <source>10 temps.</source>
        <translation>10 Temp.</translation>
    </message>
</context>
<context>
    <name>OpenTarget</name>
    <message>
        <source>%1 has no images: a data folder holds train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or .gz.</source>
        <translation>%1 enthält keine Bilder: In einem Datenordner liegen train-images-idx3-ubyte und t10k-images-idx3-ubyte, einfach oder als .gz.</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: it is neither a model (.safetensors), a shared run (.rbmx) nor a folder with IDX files.</source>
        <translation>%1 lässt sich nicht öffnen: Es ist weder ein Modell (.safetensors) noch ein geteilter Lauf (.rbmx) noch ein Ordner mit IDX-Dateien.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The program lacks its bundled model; build it anew.</source>
        <translation>Dem Programm fehlt das mitgelieferte Modell; bitte neu bauen.</translation>
    </message>
</context>
<context>
    <name>QuoteVerdict</name>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Verlässlich</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Don’t quote</source>
        <translation>Nicht zitieren</translation>
    </message>
</context>
<context>
    <name>RunSettings</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>PCD</source>
        <translation>PCD</translation>
    </message>
    <message>
        <source>CD</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>parallel tempering</source>
        <translation>paralleles Tempern</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>invers</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>from the images</source>
        <translation>von den Bildern aus</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation>Gibbs-Schritte k</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Epochs planned</source>
        <translation>Geplante Epochen</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Repliken</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>Rate im Verlauf</translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation>Gemittelter Teil</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation>Zentrierter Gradient</translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation>Bias aus den Daten</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Trägheit</translation>
    </message>
    <message>
        <source>%1 chains</source>
        <translation>%1 Ketten</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>zentriert</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>decay %1</source>
        <translation>Abnahme %1</translation>
    </message>
    <message>
        <source>averaged %1</source>
        <translation>gemittelt %1</translation>
    </message>
    <message>
        <source>biases from data</source>
        <translation>Bias aus Daten</translation>
    </message>
    <message>
        <source>fast PCD</source>
        <translation>schnelles PCD</translation>
    </message>
    <message>
        <source>Fast rate</source>
        <translation>Schnelle Rate</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>Sparsamkeit</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>sparse %1</source>
        <translation>sparsam %1</translation>
    </message>
    <message>
        <source>%1 hidden units</source>
        <translation>%1 verborgene Einheiten</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>learning rate %1</source>
        <translation>Lernrate %1</translation>
    </message>
    <message>
        <source>momentum %1</source>
        <translation>Trägheit %1</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 Epochen</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>pixels %1</source>
        <translation>Pixel %1</translation>
    </message>
</context>
<context>
    <name>RunsPicture</name>
    <message>
        <source>%1, epoch %2: %3, 3 sigma %4. %5.</source>
        <translation>%1, Epoche %2: %3, 3 Sigma %4. %5.</translation>
    </message>
    <message>
        <source>Test log-likelihood of gray images, nats per image</source>
        <translation>Test-Log-Likelihood der grauen Bilder, Nats je Bild</translation>
    </message>
    <message>
        <source>Test log-likelihood of images sampled to 0 and 1, nats per image</source>
        <translation>Test-Log-Likelihood der auf 0 und 1 gezogenen Bilder, Nats je Bild</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>CUDA is not available: %1; leave out --cuda to use the CPU.</source>
        <translation>CUDA ist nicht verfügbar: %1; ohne --cuda rechnet die CPU.</translation>
    </message>
    <message>
        <source>its module does not load: %1</source>
        <translation>Sein Modul lässt sich nicht laden: %1</translation>
    </message>
    <message>
        <source>its module %1 belongs to another version of this program</source>
        <translation>Sein Modul %1 gehört zu einer anderen Version dieses Programms</translation>
    </message>
    <message>
        <source>this build has no CUDA module (%1)</source>
        <translation>Diesem Programm fehlt das CUDA-Modul (%1)</translation>
    </message>
    <message>
        <source>no NVIDIA driver</source>
        <translation>kein NVIDIA-Treiber</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: %2. Free some space or choose another place.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2. Bitte Platz schaffen oder einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>%1 about %2 of memory, but %3 are free; %4.</source>
        <translation>%1 etwa %2 Speicher, aber %3 sind frei; %4.</translation>
    </message>
    <message>
        <source>Cannot read &apos;%1&apos;: %2. Check the name and that it is a readable file.</source>
        <translation>„%1“ lässt sich nicht lesen: %2. Bitte den Namen prüfen, und ob es eine lesbare Datei ist.</translation>
    </message>
    <message>
        <source>it is not a regular file</source>
        <translation>Es ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is larger than %1 bytes</source>
        <translation>Die Datei ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>it became shorter while it was read</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>Its JSON is nested too deeply; use a file that this program wrote.</source>
        <translation>Das JSON darin ist zu tief verschachtelt; bitte eine Datei nehmen, die dieses Programm geschrieben hat.</translation>
    </message>
    <message>
        <source>So many chains need</source>
        <translation>So viele Ketten brauchen</translation>
    </message>
    <message>
        <source>take fewer, or a smaller model</source>
        <translation>bitte weniger nehmen oder ein kleineres Modell</translation>
    </message>
    <message>
        <source>Cannot start %1 threads (%2); use fewer threads, or end other programs.</source>
        <translation>%1 Threads lassen sich nicht starten (%2); bitte weniger nehmen oder andere Programme beenden.</translation>
    </message>
    <message>
        <source>The start failed on %1: its compute capability is %2, but %3 is needed.</source>
        <translation>Der Start auf %1 ist misslungen: Die Karte hat Compute Capability %2, nötig ist %3.</translation>
    </message>
    <message>
        <source>%1 failed on %2: %3.</source>
        <translation>%1 ist auf %2 misslungen: %3.</translation>
    </message>
    <message>
        <source>the NVIDIA driver is missing or too old for this build</source>
        <translation>Der NVIDIA-Treiber fehlt oder ist für dieses Programm zu alt</translation>
    </message>
    <message>
        <source>no NVIDIA card</source>
        <translation>keine NVIDIA-Karte</translation>
    </message>
    <message>
        <source>there is no card %1, the last is %2</source>
        <translation>Es gibt keine Karte %1, die letzte ist %2</translation>
    </message>
    <message>
        <source>There are no training images to make mini-batches of.</source>
        <translation>Es gibt keine Trainingsbilder für Mini-Batches.</translation>
    </message>
    <message>
        <source>The choice of pixels &apos;%1&apos; is unknown; use gray, sampled or threshold.</source>
        <translation>Die Wahl der Pixel „%1“ ist unbekannt; es gibt gray, sampled und threshold.</translation>
    </message>
    <message>
        <source>The data holds no image to take the mean pixels of.</source>
        <translation>Die Daten enthalten kein Bild, dessen Pixel sich mitteln ließen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no usable IDX file: %2. Get the file again, or name another one.</source>
        <translation>„%1“ ist keine brauchbare IDX-Datei: %2. Bitte die Datei noch einmal holen oder eine andere nehmen.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>Sie ist zu groß</translation>
    </message>
    <message>
        <source>no memory to unpack it</source>
        <translation>Der Speicher reicht nicht, um sie zu entpacken</translation>
    </message>
    <message>
        <source>its gzip data ends too early</source>
        <translation>Ihre gzip-Daten enden zu früh</translation>
    </message>
    <message>
        <source>its gzip data is damaged</source>
        <translation>Ihre gzip-Daten sind beschädigt</translation>
    </message>
    <message>
        <source>it unpacks to more than 2 GiB</source>
        <translation>Entpackt ist sie größer als 2 GiB</translation>
    </message>
    <message>
        <source>The data folder &apos;%1&apos; has no file %2 (plain or .gz); put it there or name another folder.</source>
        <translation>Im Datenordner „%1“ fehlt die Datei %2 (einfach oder als .gz); bitte dort ablegen oder einen anderen Ordner nehmen.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a file of labels; remove it or put the file there.</source>
        <translation>„%1“ ist keine Datei mit Labels; bitte entfernen oder die richtige dort ablegen.</translation>
    </message>
    <message>
        <source>it does not start as an IDX file of unsigned bytes does</source>
        <translation>Sie beginnt nicht wie eine IDX-Datei aus vorzeichenlosen Bytes</translation>
    </message>
    <message>
        <source>it has %1 dimensions</source>
        <translation>Sie hat %1 Dimensionen</translation>
    </message>
    <message>
        <source>it ends within its header</source>
        <translation>Sie endet mitten im Kopf</translation>
    </message>
    <message>
        <source>its header asks for more than 2 GiB</source>
        <translation>Ihr Kopf verlangt mehr als 2 GiB</translation>
    </message>
    <message>
        <source>its header asks for %1 bytes, but %2 follow</source>
        <translation>Ihr Kopf verlangt %1 Bytes, aber es folgen %2</translation>
    </message>
    <message>
        <source>it must hold images, at least one, in three dimensions</source>
        <translation>Sie muss Bilder enthalten, mindestens eines, in drei Dimensionen</translation>
    </message>
    <message>
        <source>it has %1 images, and its labels are not as many</source>
        <translation>Sie hat %1 Bilder, und ihre Labels sind nicht ebenso viele</translation>
    </message>
    <message>
        <source>In the data folder &apos;%1&apos; the training and test images differ in size; put files there that belong together.</source>
        <translation>Im Datenordner „%1“ sind Trainings- und Testbilder verschieden groß; bitte Dateien dort ablegen, die zusammengehören.</translation>
    </message>
    <message>
        <source>Classes can only be told where the images have labels; use data with a file of labels.</source>
        <translation>Klassen lassen sich nur nennen, wo die Bilder Labels haben; bitte Daten mit einer Datei der Labels nehmen.</translation>
    </message>
    <message>
        <source>There are no images to inspect the hidden units with.</source>
        <translation>Es gibt keine Bilder, um die verborgenen Einheiten zu untersuchen.</translation>
    </message>
    <message>
        <source>its width and height do not fit its %1 visible units</source>
        <translation>Ihre Breite und Höhe passen nicht zu ihren %1 sichtbaren Einheiten</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: its width and height do not fit its %2 visible units; set them to the images&apos; size.</source>
        <translation>„%1“ lässt sich nicht schreiben: Breite und Höhe passen nicht zu den %2 sichtbaren Einheiten; richtig ist die Größe der Bilder.</translation>
    </message>
    <message>
        <source>The parameter %1[%2] is not a finite number; use an undamaged model, or train again with a lower learning rate.</source>
        <translation>Der Parameter %1[%2] ist keine endliche Zahl; bitte ein unbeschädigtes Modell nehmen oder mit kleinerer Lernrate noch einmal trainieren.</translation>
    </message>
    <message>
        <source>the entry of tensor &apos;%1&apos; is damaged</source>
        <translation>Der Eintrag des Tensors „%1“ ist beschädigt</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; lies outside of the file</source>
        <translation>Der Tensor „%1“ liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; has a type other than F32 and U8, or a size that does not fit its shape</source>
        <translation>Der Tensor „%1“ hat einen anderen Typ als F32 und U8 oder eine Größe, die nicht zu seiner Form passt</translation>
    </message>
    <message>
        <source>its tensors overlap or leave a gap</source>
        <translation>Ihre Tensoren überlappen sich oder lassen eine Lücke</translation>
    </message>
    <message>
        <source>bytes follow after its last tensor</source>
        <translation>Nach ihrem letzten Tensor folgen noch Bytes</translation>
    </message>
    <message>
        <source>its metadata is damaged</source>
        <translation>Ihre Metadaten sind beschädigt</translation>
    </message>
    <message>
        <source>its metadata holds something other than text</source>
        <translation>Ihre Metadaten enthalten anderes als Text</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no usable model file: %2. Use another file, or an older copy of it.</source>
        <translation>„%1“ ist keine brauchbare Modelldatei: %2. Bitte eine andere Datei nehmen oder eine ältere Kopie davon.</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>Sie ist zu kurz</translation>
    </message>
    <message>
        <source>its header is too long</source>
        <translation>Ihr Kopf ist zu lang</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>Ihr Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: its metadata is too long. Save it without the training options.</source>
        <translation>„%1“ lässt sich nicht schreiben: Die Metadaten sind zu lang. Bitte ohne die Trainingseinstellungen speichern.</translation>
    </message>
    <message>
        <source>The model cannot be saved: its arrays do not fit together; load or train it again.</source>
        <translation>Das Modell lässt sich nicht speichern: Seine Teile passen nicht zusammen; bitte noch einmal laden oder trainieren.</translation>
    </message>
    <message>
        <source>the shapes of its tensors do not fit together</source>
        <translation>Die Formen ihrer Tensoren passen nicht zusammen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no usable model file: %2</source>
        <translation>„%1“ ist keine brauchbare Modelldatei: %2</translation>
    </message>
    <message>
        <source>it has no tensor &apos;%1&apos;</source>
        <translation>Ihr fehlt der Tensor „%1“</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is not of type %2 with %3 dimensions</source>
        <translation>Der Tensor „%1“ ist nicht vom Typ %2 mit %3 Dimensionen</translation>
    </message>
    <message>
        <source>its &apos;%1&apos; is not a whole number</source>
        <translation>„%1“ darin ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>Monitors need training and test images.</source>
        <translation>Die Messwerte brauchen Trainings- und Testbilder.</translation>
    </message>
    <message>
        <source>No state of the chains is kept before this step.</source>
        <translation>Vor diesem Schritt ist kein Zustand der Ketten aufbewahrt.</translation>
    </message>
    <message>
        <source>The start images do not fit the model.</source>
        <translation>Die Startbilder passen nicht zum Modell.</translation>
    </message>
    <message>
        <source>The picture does not have the size of the images, or they are too large.</source>
        <translation>Das Bild ist nicht so groß wie die Bilder der Daten, oder diese sind zu groß.</translation>
    </message>
    <message>
        <source>it is no checkpoint, as it has no &apos;%1&apos;</source>
        <translation>Sie ist kein Zwischenstand, denn ihr fehlt „%1“</translation>
    </message>
    <message>
        <source>its &apos;%1&apos; is not a number</source>
        <translation>„%1“ darin ist keine Zahl</translation>
    </message>
    <message>
        <source>the shape of &apos;%1&apos; does not fit the training options</source>
        <translation>Die Form von „%1“ passt nicht zu den Trainingseinstellungen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; holds states other than 0 and 1</source>
        <translation>„%1“ enthält andere Zustände als 0 und 1</translation>
    </message>
    <message>
        <source>The checkpoint cannot be saved: the sizes of its parts do not fit together; start the training again.</source>
        <translation>Der Zwischenstand lässt sich nicht speichern: Die Größen seiner Teile passen nicht zusammen; bitte das Training neu beginnen.</translation>
    </message>
    <message>
        <source>its averaged parameters do not fit the others</source>
        <translation>Ihre gemittelten Parameter passen nicht zu den anderen</translation>
    </message>
    <message>
        <source>the shape of &apos;hidden_offsets&apos; does not fit the parameters</source>
        <translation>Die Form von „hidden_offsets“ passt nicht zu den Parametern</translation>
    </message>
    <message>
        <source>&apos;hidden_offsets&apos; holds means outside of 0 and 1</source>
        <translation>„hidden_offsets“ enthält Mittelwerte außerhalb von 0 und 1</translation>
    </message>
    <message>
        <source>its list of controls is damaged, %1</source>
        <translation>Ihre Liste der Regler ist beschädigt, %1</translation>
    </message>
    <message>
        <source>its list of controls goes on after its last update</source>
        <translation>Ihre Liste der Regler geht über ihr letztes Update hinaus</translation>
    </message>
    <message>
        <source>its fast parameters do not fit the others</source>
        <translation>Ihre schnellen Parameter passen nicht zu den anderen</translation>
    </message>
    <message>
        <source>its replicas do not fit the training options</source>
        <translation>Ihre Repliken passen nicht zu den Trainingseinstellungen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no usable checkpoint: %2</source>
        <translation>„%1“ ist kein brauchbarer Zwischenstand: %2</translation>
    </message>
    <message>
        <source>its momentum or training options do not fit its parameters</source>
        <translation>Ihre Trägheit oder ihre Trainingseinstellungen passen nicht zu ihren Parametern</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it has not four values</source>
        <translation>Sie hat nicht vier Werte</translation>
    </message>
    <message>
        <source>it has not three values</source>
        <translation>Sie hat nicht drei Werte</translation>
    </message>
    <message>
        <source>the update is no number</source>
        <translation>Das Update ist keine Zahl</translation>
    </message>
    <message>
        <source>the learning rate is no number</source>
        <translation>Die Lernrate ist keine Zahl</translation>
    </message>
    <message>
        <source>the momentum is no number</source>
        <translation>Die Trägheit ist keine Zahl</translation>
    </message>
    <message>
        <source>the learning rate is not from 0 to 1000</source>
        <translation>Die Lernrate liegt nicht zwischen 0 und 1000</translation>
    </message>
    <message>
        <source>the momentum is not at least 0 and less than 1</source>
        <translation>Die Trägheit ist nicht mindestens 0 und kleiner als 1</translation>
    </message>
    <message>
        <source>the number of epochs is no number</source>
        <translation>Die Zahl der Epochen ist keine Zahl</translation>
    </message>
    <message>
        <source>the number of epochs is not from 0 to 1000000</source>
        <translation>Die Zahl der Epochen liegt nicht zwischen 0 und 1000000</translation>
    </message>
    <message>
        <source>it is not the heading %1</source>
        <translation>Sie ist nicht die Überschrift %1</translation>
    </message>
    <message>
        <source>its update does not come after that of the line before</source>
        <translation>Ihr Update kommt nicht nach dem der Zeile davor</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no list of controls: %2.</source>
        <translation>„%1“ ist keine Liste von Reglern: %2.</translation>
    </message>
    <message>
        <source>The checkpoint has %1 visible units, but the images have %2 pixels; name the data it was trained on.</source>
        <translation>Der Zwischenstand hat %1 sichtbare Einheiten, aber die Bilder haben %2 Pixel; bitte die Daten nehmen, mit denen er trainiert wurde.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s arrays do not fit its settings; it cannot be resumed.</source>
        <translation>Die Teile des Zwischenstands passen nicht zu seinen Einstellungen; er lässt sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s replicas do not fit its settings; it cannot be resumed.</source>
        <translation>Die Repliken des Zwischenstands passen nicht zu seinen Einstellungen; er lässt sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>The replicas do not fit their temperatures.</source>
        <translation>Die Repliken passen nicht zu ihren Temperaturen.</translation>
    </message>
    <message>
        <source>The option %1 is %2; it must be from %3 to %4.</source>
        <translation>Die Einstellung %1 ist %2; sie muss zwischen %3 und %4 liegen.</translation>
    </message>
    <message>
        <source>In the training options, %1 must be %2; correct it, or use a file that this program wrote.</source>
        <translation>In den Trainingseinstellungen muss %1 %2 sein; bitte verbessern oder eine Datei nehmen, die dieses Programm geschrieben hat.</translation>
    </message>
    <message>
        <source>a whole number of at least 0</source>
        <translation>eine ganze Zahl von mindestens 0</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>The algorithm &apos;%1&apos; is unknown; use one of %2.</source>
        <translation>Das Verfahren „%1“ ist unbekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>The schedule &apos;%1&apos; is unknown; use one of %2.</source>
        <translation>Der Verlauf „%1“ ist unbekannt; es gibt %2.</translation>
    </message>
    <message>
        <source>The option learning-rate is %1; it must be from 0 to 1000.</source>
        <translation>Die Einstellung learning-rate ist %1; sie muss zwischen 0 und 1000 liegen.</translation>
    </message>
    <message>
        <source>The option momentum is %1; it must be at least 0 and less than 1.</source>
        <translation>Die Einstellung momentum ist %1; sie muss mindestens 0 und kleiner als 1 sein.</translation>
    </message>
    <message>
        <source>The option num-chains has no meaning for contrastive divergence, whose chains start at the images; leave it out.</source>
        <translation>Die Einstellung num-chains hat keine Bedeutung für Contrastive Divergence, deren Ketten bei den Bildern beginnen; bitte weglassen.</translation>
    </message>
    <message>
        <source>The training options are not a JSON object; use a file that this program wrote.</source>
        <translation>Die Trainingseinstellungen sind kein JSON-Objekt; bitte eine Datei nehmen, die dieses Programm geschrieben hat.</translation>
    </message>
    <message>
        <source>gray, sampled or threshold</source>
        <translation>gray, sampled oder threshold</translation>
    </message>
    <message>
        <source>pcd, cd, pt or fpcd</source>
        <translation>pcd, cd, pt oder fpcd</translation>
    </message>
    <message>
        <source>constant, linear, cosine or inverse</source>
        <translation>constant, linear, cosine oder inverse</translation>
    </message>
    <message>
        <source>This training needs</source>
        <translation>Dieses Training braucht</translation>
    </message>
    <message>
        <source>take fewer hidden units, chains or replicas</source>
        <translation>bitte weniger verborgene Einheiten, Ketten oder Repliken nehmen</translation>
    </message>
    <message>
        <source>“%1” has no %2</source>
        <translation>„%1“ hat keine Datei %2</translation>
    </message>
    <message>
        <source>the %2 of “%1” cannot be read: %3</source>
        <translation>%2 von „%1“ lässt sich nicht lesen: %3</translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”; check the permissions of these folders.</source>
        <translation>„%1“ lässt sich nicht nach „%2“ verschieben; bitte die Rechte dieser Ordner prüfen.</translation>
    </message>
    <message>
        <source>This run is open in another window of RBM Explorer; close it there first.</source>
        <translation>Dieser Lauf ist in einem anderen Fenster von RBM Explorer offen; bitte erst dort schließen.</translation>
    </message>
    <message>
        <source>its %1 is no whole number of at least 0</source>
        <translation>„%1“ ist keine ganze Zahl von mindestens 0</translation>
    </message>
    <message>
        <source>its settings are damaged</source>
        <translation>Die Einstellungen sind beschädigt</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>Die Datei ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>something in it is missing or of the wrong kind</source>
        <translation>Etwas darin fehlt oder ist von der falschen Art</translation>
    </message>
    <message>
        <source>it is not a run&apos;s</source>
        <translation>Die Datei gehört zu keinem Lauf</translation>
    </message>
    <message>
        <source>it is of a newer program</source>
        <translation>Die Datei ist von einem neueren Programm</translation>
    </message>
    <message>
        <source>its epochs are empty</source>
        <translation>Die Epochen sind leer</translation>
    </message>
    <message>
        <source>This run is open in another window of RBM Explorer; close it there first. The current run is unchanged.</source>
        <translation>Dieser Lauf ist in einem anderen Fenster von RBM Explorer offen; bitte erst dort schließen. Der aktuelle Lauf ist unverändert.</translation>
    </message>
    <message>
        <source>Cannot write into &apos;%1&apos;; check the folder&apos;s permissions and the free space.</source>
        <translation>In „%1“ lässt sich nicht schreiben; bitte die Rechte des Ordners und den freien Platz prüfen.</translation>
    </message>
    <message>
        <source>%1 The previous file is intact.</source>
        <translation>%1 Die frühere Datei ist unversehrt.</translation>
    </message>
    <message>
        <source>The weights became infinite.</source>
        <translation>Die Gewichte wurden unendlich.</translation>
    </message>
    <message>
        <source>The test images do not have the size of the training images.</source>
        <translation>Die Testbilder sind nicht so groß wie die Trainingsbilder.</translation>
    </message>
    <message>
        <source>This model has %1 visible units, but the images have %2 pixels; open its data folder first. The current model is unchanged.</source>
        <translation>Dieses Modell hat %1 sichtbare Einheiten, aber die Bilder haben %2 Pixel; bitte zuerst seinen Datenordner öffnen. Das jetzige Modell ist unverändert.</translation>
    </message>
    <message>
        <source>The current run stays, because it cannot be kept: %1</source>
        <translation>Der aktuelle Lauf bleibt, weil er sich nicht aufbewahren lässt: %1</translation>
    </message>
    <message>
        <source>The file of explanations %1; correct it.</source>
        <translation>Die Datei der Erklärungen %1; bitte verbessern.</translation>
    </message>
    <message>
        <source>has &apos;%1&apos; at &apos;%2&apos;, which no explanation can have</source>
        <translation>hat „%1“ bei „%2“, was keine Erklärung haben kann</translation>
    </message>
    <message>
        <source>has no title or no text for &apos;%1&apos;</source>
        <translation>hat keinen Titel oder keinen Text für „%1“</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>has the member &apos;%1&apos;, which nobody knows</source>
        <translation>hat das unbekannte Feld „%1“</translation>
    </message>
    <message>
        <source>has no %1</source>
        <translation>hat kein Feld „%1“</translation>
    </message>
    <message>
        <source>%1 has no number of updates from 1 to 1000000000</source>
        <translation>%1 hat keine Zahl von Updates zwischen 1 und 1000000000</translation>
    </message>
    <message>
        <source>opens the workspace &apos;%1&apos;, which there is not</source>
        <translation>öffnet den Arbeitsbereich „%1“, den es nicht gibt</translation>
    </message>
    <message>
        <source>has a question without an answer, or the reverse</source>
        <translation>hat eine Frage ohne Antwort oder umgekehrt</translation>
    </message>
    <message>
        <source>offers something without doing it, or the reverse</source>
        <translation>bietet etwas an, ohne es zu tun, oder umgekehrt</translation>
    </message>
    <message>
        <source>starts the settings &apos;%1&apos;, which it has not</source>
        <translation>beginnt mit den Einstellungen „%1“, die sie nicht hat</translation>
    </message>
    <message>
        <source>has no steps</source>
        <translation>hat keine Schritte</translation>
    </message>
    <message>
        <source>in step %1: %2</source>
        <translation>in Schritt %1: %2</translation>
    </message>
    <message>
        <source>is no JSON object (%1)</source>
        <translation>ist kein JSON-Objekt (%1)</translation>
    </message>
    <message>
        <source>the action &apos;%1&apos; has a verb that nobody knows</source>
        <translation>Die Handlung „%1“ hat ein unbekanntes Verb</translation>
    </message>
    <message>
        <source>the action &apos;%1&apos; has too many words, or too few</source>
        <translation>Die Handlung „%1“ hat zu viele Wörter oder zu wenige</translation>
    </message>
    <message>
        <source>the action &apos;%1&apos; opens a workspace that there is not</source>
        <translation>Die Handlung „%1“ öffnet einen Arbeitsbereich, den es nicht gibt</translation>
    </message>
    <message>
        <source>the action &apos;%1&apos; does not end with a number</source>
        <translation>Die Handlung „%1“ endet nicht mit einer Zahl</translation>
    </message>
    <message>
        <source>The lesson &apos;%1&apos; cannot be used: %2.</source>
        <translation>Die Lektion „%1“ lässt sich nicht nutzen: %2.</translation>
    </message>
    <message>
        <source>The condition &apos;%1&apos; %2.</source>
        <translation>Die Bedingung „%1“ %2.</translation>
    </message>
    <message>
        <source>compares a number by something else than &gt;=, or &lt;= where that can come</source>
        <translation>vergleicht eine Zahl anders als mit &gt;= oder, wo das vorkommen kann, &lt;=</translation>
    </message>
    <message>
        <source>does not end with a number</source>
        <translation>endet nicht mit einer Zahl</translation>
    </message>
    <message>
        <source>compares a word by something else than =</source>
        <translation>vergleicht ein Wort anders als mit =</translation>
    </message>
    <message>
        <source>waits for a value that can never be</source>
        <translation>wartet auf einen Wert, den es nie gibt</translation>
    </message>
    <message>
        <source>is not of the form &apos;fact relation value&apos;</source>
        <translation>hat nicht die Form „fact relation value“</translation>
    </message>
    <message>
        <source>is about a fact that nobody knows</source>
        <translation>handelt von etwas Unbekanntem</translation>
    </message>
    <message>
        <source>the file %1 is already there, but it is not MNIST&apos;s file of that name. Nothing was changed; move it away or choose another folder.</source>
        <translation>Die Datei %1 ist schon da, aber sie ist nicht die von MNIST. Nichts wurde geändert; bitte an einen anderen Ort verschieben oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>files cannot be put into the folder %1 (%2). Nothing was changed; choose another folder.</source>
        <translation>In den Ordner %1 lassen sich keine Dateien legen (%2). Nichts wurde geändert; bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>cannot replace %1: %2.</source>
        <translation>%1 lässt sich nicht ersetzen: %2.</translation>
    </message>
    <message>
        <source>what the server %1 sent as %2.gz is not a whole gzip file. Nothing was changed; try again later.</source>
        <translation>Was der Server %1 als %2.gz geschickt hat, ist keine ganze gzip-Datei. Nichts wurde geändert; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>what the server %1 sent as %2.gz does not have the known SHA-256, so it was thrown away. Nothing was changed; try again later.</source>
        <translation>Was der Server %1 als %2.gz geschickt hat, hat nicht die bekannte SHA-256 und wurde weggeworfen. Nichts wurde geändert; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The picture would be %1 x %2 pixels, and at most 32767 a side can be drawn: choose another number of columns.</source>
        <translation>Das Bild hätte %1 x %2 Pixel, und höchstens 32767 je Seite lassen sich zeichnen: bitte eine andere Zahl von Spalten wählen.</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture.</source>
        <translation>Für das Bild reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>Cannot save the picture %1: %2.</source>
        <translation>Das Bild %1 lässt sich nicht speichern: %2.</translation>
    </message>
    <message>
        <source>it could not be written as PNG</source>
        <translation>Es ließ sich nicht als PNG schreiben</translation>
    </message>
    <message>
        <source>The preset &apos;%1&apos; %2; correct its file.</source>
        <translation>Die Voreinstellung „%1“ %2; bitte ihre Datei verbessern.</translation>
    </message>
    <message>
        <source>%1 has the setting &apos;%2&apos;, which no preset can have; correct its file.</source>
        <translation>%1 hat die Einstellung „%2“, die keine Voreinstellung haben kann; bitte die Datei verbessern.</translation>
    </message>
    <message>
        <source>has no settings</source>
        <translation>hat keine Einstellungen</translation>
    </message>
    <message>
        <source>The preset &apos;%1&apos;</source>
        <translation>Die Voreinstellung „%1“</translation>
    </message>
    <message>
        <source>The program lacks its part &apos;%1&apos;; build it anew.</source>
        <translation>Dem Programm fehlt sein Teil „%1“; bitte neu bauen.</translation>
    </message>
    <message>
        <source>it is there already; choose another name</source>
        <translation>Den Namen gibt es schon; bitte einen anderen wählen</translation>
    </message>
    <message>
        <source>it cannot be moved into place</source>
        <translation>Der Ordner lässt sich nicht an seinen Platz verschieben</translation>
    </message>
    <message>
        <source>Cannot save the pictures in %1: %2.</source>
        <translation>Die Bilder lassen sich nicht in %1 speichern: %2.</translation>
    </message>
    <message>
        <source>The picture of the filters would be %1 pixels high, and at most 32767 can be drawn: choose a smaller scale.</source>
        <translation>Das Bild der Filter wäre %1 Pixel hoch, und höchstens 32767 lassen sich zeichnen: bitte einen kleineren Maßstab wählen.</translation>
    </message>
    <message>
        <source>its run &apos;%1&apos;</source>
        <translation>ihr Lauf „%1“</translation>
    </message>
    <message>
        <source>it ends before its header does</source>
        <translation>Sie endet mitten in ihrem Kopf</translation>
    </message>
    <message>
        <source>RBM_CUDA_SWEEPS is &apos;%1&apos;; use products, blocks or clusters, or unset it for the fastest.</source>
        <translation>RBM_CUDA_SWEEPS ist „%1“; erlaubt sind products, blocks und clusters, und ohne diese Variable wird der schnellste Weg genommen.</translation>
    </message>
    <message>
        <source>Cannot write &apos;%1&apos;: %2. Choose another place, or mend that.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2. Bitte einen anderen Ort wählen oder das beheben.</translation>
    </message>
    <message>
        <source>There is no kept run %1; see Runs for those that there are.</source>
        <translation>Einen aufbewahrten Lauf %1 gibt es nicht; unter „Läufe“ stehen die vorhandenen.</translation>
    </message>
</context>
<context>
    <name>StarterDigits</name>
    <message>
        <source>starter digits</source>
        <translation>Startziffern</translation>
    </message>
</context>
<context>
    <name>explanations.json</name>
    <message>
        <source>Explain</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Point at anything, or reach it with Tab, and this panel says what it is. New here? A lesson or the tour shows where to begin.</source>
        <translation>Auf irgendetwas zeigen oder mit Tab dorthin gehen, und hier steht, was es ist. Neu hier? Eine Lektion oder der Rundgang zeigt, wo anfangen.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Starts the training and pauses it; nothing is lost by a pause. Press it and watch noise turn into strokes at the right.</source>
        <translation>Startet das Training und hält es an; eine Pause kostet nichts. Drücken und zusehen, wie rechts aus Rauschen Striche werden.</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
    <message>
        <source>Shows one real update in its four parts, with the formulas and the numbers of your run. Press Next update and watch a filter change.</source>
        <translation>Zeigt ein wirkliches Update in seinen vier Teilen, mit den Formeln und den Zahlen dieses Laufs. „Nächstes Update“ drücken und zusehen, wie sich ein Filter ändert.</translation>
    </message>
    <message>
        <source>One update: what the data excite, what the model makes up, their difference, and the step. Click a filter to see its own gradient.</source>
        <translation>Ein Update: was die Daten erregen, was das Modell sich ausdenkt, der Unterschied und der Schritt. Ein Klick auf einen Filter zeigt dessen eigenen Gradienten.</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Ein Update</translation>
    </message>
    <message>
        <source>Learns from a single batch of images and stops again. Try ten of them on a fresh model: the first strokes show already.</source>
        <translation>Lernt von einem einzigen Batch von Bildern und hält wieder an. Zehnmal auf einem frischen Modell, und die ersten Striche sind zu sehen.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Back to a fresh model with the settings that stand at the left. The same seed then gives the same run, bit for bit.</source>
        <translation>Zurück zu einem frischen Modell mit den Einstellungen links. Derselbe Startwert gibt denselben Lauf, Bit für Bit.</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Changes the colours of the whole window. Negative weights stay orange and positive ones blue in both.</source>
        <translation>Wechselt die Farben des ganzen Fensters. Negative Gewichte bleiben in beiden orange, positive blau.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Short guided experiments with this very window. Each asks a question before it shows the answer.</source>
        <translation>Kurze geführte Experimente mit eben diesem Fenster. Jede Lektion fragt, bevor sie die Antwort zeigt.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Opens this panel and the list of lessons. F1 does the same from anywhere.</source>
        <translation>Öffnet diese Erklärung und die Liste der Lektionen. F1 tut von überall dasselbe.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>An epoch is one pass over all training images. Change Epochs at the left at any time to make the run longer or shorter.</source>
        <translation>Eine Epoche ist ein Durchgang durch alle Trainingsbilder. „Epochen“ links macht den Lauf jederzeit länger oder kürzer.</translation>
    </message>
    <message>
        <source>Updates per second</source>
        <translation>Updates in der Sekunde</translation>
    </message>
    <message>
        <source>How often the weights are changed in a second. It falls with more hidden units, more Gibbs steps and larger batches.</source>
        <translation>Wie oft die Gewichte in einer Sekunde geändert werden. Mit mehr verborgenen Einheiten, mehr Gibbs-Schritten und größeren Batches seltener.</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Views of one and the same model: its training, its filters, its samples. The training goes on whichever is open.</source>
        <translation>Ansichten ein und desselben Modells: sein Training, seine Filter, seine Stichproben. Das Training läuft in jeder weiter.</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Was rechnet</translation>
    </message>
    <message>
        <source>An NVIDIA card or the processor; both draw the same random numbers. A switch during a run goes on where it was.</source>
        <translation>Eine NVIDIA-Karte oder der Prozessor; beide ziehen dieselben Zufallszahlen. Ein Wechsel mitten im Lauf macht weiter, wo er war.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Fills in all settings below with a tried recipe. Begin with Fast look: clear digits within seconds.</source>
        <translation>Füllt alle Einstellungen darunter mit einem erprobten Rezept. Am besten mit „Schneller Blick“ beginnen: klare Ziffern in Sekunden.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>How far one update moves the weights. Too small and the curve crawls, too large and it climbs, then falls.</source>
        <translation>Wie weit ein Update die Gewichte bewegt. Zu klein, und die Kurve kriecht; zu groß, und sie steigt und fällt dann.</translation>
    </message>
    <message>
        <source>The rate as a number; the step on the mean gradient is this divided by the batch size. Keys [ and ] change it by 10 %.</source>
        <translation>Die Rate als Zahl; der Schritt auf dem mittleren Gradienten ist sie durch die Batch-Größe. Die Tasten [ und ] ändern sie um 10 %.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>The share of the last step that joins the next one. High values smooth the path, and act like a larger learning rate.</source>
        <translation>Der Anteil des letzten Schritts, der in den nächsten eingeht (Momentum). Hohe Werte glätten den Weg und wirken wie eine größere Lernrate.</translation>
    </message>
    <message>
        <source>The share of the last step that joins the next one, from 0 to 0.99. At 0.9 steps add up to ten times the rate.</source>
        <translation>Der Anteil des letzten Schritts, der in den nächsten eingeht, von 0 bis 0,99. Bei 0,9 summieren sich die Schritte auf das Zehnfache der Rate.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many updates are made in a second. Watch (10) shows single strokes being born; Max is for results.</source>
        <translation>Wie viele Updates in einer Sekunde gemacht werden. Mit „Zusehen“ (10) entstehen einzelne Striche vor den Augen; „Max“ ist für Ergebnisse.</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>How many features the model can have, one filter each. With 25 or fewer its likelihood is counted exactly, no estimate.</source>
        <translation>Wie viele Merkmale das Modell haben kann, zu jedem ein Filter. Mit höchstens 25 wird die Likelihood exakt gezählt, nicht geschätzt.</translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation>Gibbs-Schritte k</translation>
    </message>
    <message>
        <source>How far the model&apos;s own chains walk before each update. More steps cost time and give a truer gradient.</source>
        <translation>Wie weit die eigenen Ketten des Modells vor jedem Update wandern. Mehr Schritte kosten Zeit und geben einen treueren Gradienten.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>How many images one update learns from, and how many chains stand against them. The rate is divided by it.</source>
        <translation>Von wie vielen Bildern ein Update lernt und wie viele Ketten ihnen gegenüberstehen. Die Rate wird dadurch geteilt.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Where all random numbers begin. The same seed gives the same run; another one shows how much is luck.</source>
        <translation>Wo alle Zufallszahlen beginnen. Derselbe Startwert gibt denselben Lauf; ein anderer zeigt, wie viel Glück dabei ist.</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Gray values as they are, drawn anew as 0 or 1 each epoch, or cut at one half. The model itself knows black and white only.</source>
        <translation>Grauwerte, wie sie sind, in jeder Epoche neu als 0 oder 1 gezogen oder bei der Hälfte getrennt. Das Modell selbst kennt nur Schwarz und Weiß.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>The run ends after so many passes over the images. It can be changed while it trains.</source>
        <translation>Nach so vielen Durchgängen durch die Bilder endet der Lauf. Das lässt sich während des Trainings ändern.</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>Ways of training that the original recipe has not. Open it and compare with the preset Fast, which uses several.</source>
        <translation>Arten des Trainings, die das Rezept des Originals nicht kennt. Aufklappen und mit der Voreinstellung „Schnell“ vergleichen, die mehrere nutzt.</translation>
    </message>
    <message>
        <source>Ways of training that the original recipe has not. The preset Fast uses several of them at once.</source>
        <translation>Arten des Trainings, die das Rezept des Originals nicht kennt. Die Voreinstellung „Schnell“ nutzt mehrere zugleich.</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>How many persistent chains speak for the model; 0 means as many as images in a batch. More give a steadier gradient.</source>
        <translation>Wie viele persistente Ketten für das Modell sprechen; 0 heißt so viele wie Bilder im Batch. Mehr geben einen ruhigeren Gradienten.</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Repliken</translation>
    </message>
    <message>
        <source>How many temperatures a tempered chain has, the one at 1 among them. More of them mix better, and an update takes as many times as long.</source>
        <translation>Wie viele Temperaturen eine getemperte Kette hat, die bei 1 eingeschlossen. Mehr mischen besser, und ein Update dauert entsprechend länger.</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>Rate im Verlauf</translation>
    </message>
    <message>
        <source>How the learning rate falls over the run. Linear and cosine end at 0, which lets a high rate come to rest.</source>
        <translation>Wie die Lernrate im Lauf fällt. Linear und Kosinus enden bei 0, so kommt auch eine hohe Rate zur Ruhe.</translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation>Gemittelter Teil</translation>
    </message>
    <message>
        <source>The last part of the run whose mean parameters become the model. 0.15 is worth a fraction of a nat with a falling rate.</source>
        <translation>Der letzte Teil des Laufs, dessen mittlere Parameter zum Modell werden. 0,15 bringt mit fallender Rate einen Bruchteil eines Nats.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>How strongly each update pulls the weights towards zero. A little keeps the chains mobile, much of it blurs the filters.</source>
        <translation>Wie stark jedes Update die Gewichte zur Null zieht. Ein wenig hält die Ketten beweglich, viel verwischt die Filter.</translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation>Zentrierter Gradient</translation>
    </message>
    <message>
        <source>Measures units from their mean activity. Training is quicker and steadier, so higher rates can be used.</source>
        <translation>Misst Einheiten von ihrer mittleren Aktivität aus. Das Training wird schneller und ruhiger, also sind höhere Raten möglich.</translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation>Bias aus den Daten</translation>
    </message>
    <message>
        <source>Visible biases start at the mean image instead of near zero. The first updates need not learn that corners are black.</source>
        <translation>Die sichtbaren Bias-Werte beginnen beim mittleren Bild statt nahe null. Die ersten Updates müssen nicht erst lernen, dass Ecken schwarz sind.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Trägheit</translation>
    </message>
    <message>
        <source>The momentum looks one step ahead. That damps its swings where the momentum is high.</source>
        <translation>Die Trägheit blickt einen Schritt voraus. Das dämpft ihr Schwingen, wo sie groß ist.</translation>
    </message>
    <message>
        <source>Likelihood check</source>
        <translation>Likelihood-Messung</translation>
    </message>
    <message>
        <source>The seconds that an estimate of log Z may take, from the next check on. More time makes it surer, and checks rarer.</source>
        <translation>Die Sekunden, die eine Schätzung von log Z dauern darf, ab der nächsten Messung. Mehr Zeit macht sie sicherer und Messungen seltener.</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Eight numbers about the training, measured at most once a second while this is open. Watch them beside the curve.</source>
        <translation>Acht Zahlen zum Training, höchstens einmal pro Sekunde gemessen, solange dies offen ist. Am besten neben der Kurve verfolgen.</translation>
    </message>
    <message>
        <source>How the training goes, beside its likelihood. None of these proves a good model; together they show a sick one early.</source>
        <translation>Wie das Training läuft, neben seiner Likelihood. Keine dieser Zahlen beweist ein gutes Modell; zusammen zeigen sie früh ein krankes.</translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <translation>Rekonstruktionsfehler</translation>
    </message>
    <message>
        <source>How far images are from what the model makes of them in one step: the mean squared difference of a pixel. Low is no proof of a good model.</source>
        <translation>Wie weit Bilder von dem entfernt sind, was das Modell in einem Schritt aus ihnen macht: im Mittel quadriert, je Pixel. Niedrig beweist kein gutes Modell.</translation>
    </message>
    <message>
        <source>Free-energy gap</source>
        <translation>Lücke der freien Energie</translation>
    </message>
    <message>
        <source>How much less probable the model finds test images than training images. It grows when the model overfits.</source>
        <translation>Wie viel weniger wahrscheinlich das Modell Testbilder findet als Trainingsbilder. Sie wächst, wenn das Modell auswendig lernt.</translation>
    </message>
    <message>
        <source>Hidden activity</source>
        <translation>Aktivität der Einheiten</translation>
    </message>
    <message>
        <source>How likely a hidden unit is on, on average over units and training images. Near 0 or 100 % units tell little.</source>
        <translation>Wie wahrscheinlich eine verborgene Einheit an ist, im Mittel über Einheiten und Trainingsbilder. Nahe 0 oder 100 % sagen Einheiten wenig.</translation>
    </message>
    <message>
        <source>Pixel flips</source>
        <translation>Pixelwechsel</translation>
    </message>
    <message>
        <source>How many pixels of the persistent chains change in one Gibbs sweep. Chains that stand still teach the model nothing new.</source>
        <translation>Wie viele Pixel der persistenten Ketten sich in einem Gibbs-Schritt ändern. Ketten, die stillstehen, lehren das Modell nichts Neues.</translation>
    </message>
    <message>
        <source>Hidden flips</source>
        <translation>Einheitenwechsel</translation>
    </message>
    <message>
        <source>How many hidden units of the persistent chains change in one Gibbs sweep. It falls as the weights grow.</source>
        <translation>Wie viele verborgene Einheiten der persistenten Ketten sich in einem Gibbs-Schritt ändern. Die Zahl fällt, wenn die Gewichte wachsen.</translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation>Norm der Gewichte</translation>
    </message>
    <message>
        <source>How large the weights are in all: the root of the sum of their squares. It grows steadily in a healthy run.</source>
        <translation>Wie groß die Gewichte insgesamt sind: die Wurzel aus der Summe ihrer Quadrate. In einem gesunden Lauf wächst sie stetig.</translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation>Größtes Gewicht</translation>
    </message>
    <message>
        <source>The weight that is furthest from zero. Where it jumps, the learning rate is too high.</source>
        <translation>Das Gewicht, das am weitesten von null entfernt ist. Wo es springt, ist die Lernrate zu hoch.</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norm des Gradienten</translation>
    </message>
    <message>
        <source>How strongly one batch pulls at the weights: the root of the sum of the squares of their gradient. Most of it is noise.</source>
        <translation>Wie stark ein Batch an den Gewichten zieht: die Wurzel aus der Summe der Quadrate ihres Gradienten. Das meiste davon ist Rauschen.</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>Log-Likelihood</translation>
    </message>
    <message>
        <source>How probable the model finds real images, in nats per image: higher is better. The dotted line, with 10 temperatures, flatters.</source>
        <translation>Wie wahrscheinlich das Modell echte Bilder findet, in Nats je Bild: höher ist besser. Die gepunktete Linie, mit 10 Temperaturen, schmeichelt.</translation>
    </message>
    <message>
        <source>Gray or sampled</source>
        <translation>Grau oder gezogen</translation>
    </message>
    <message>
        <source>Scores gray pixels as the original does, or pixels drawn as 0 or 1 as the literature does. Both were measured: switch freely.</source>
        <translation>Bewertet graue Pixel wie das Original oder als 0 oder 1 gezogene Pixel wie die Literatur. Beide sind gemessen: nach Belieben wechseln.</translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation>Kurve exportieren</translation>
    </message>
    <message>
        <source>Writes the curve as a picture and its numbers as a CSV file beside it. The training goes on meanwhile.</source>
        <translation>Schreibt die Kurve als Bild und ihre Zahlen als CSV-Datei daneben. Das Training geht derweil weiter.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Chooses what is written, as what and how large. Return saves from any field, Esc closes; the training goes on.</source>
        <translation>Wählt, was geschrieben wird, als was und wie groß. Die Eingabetaste speichert aus jedem Feld, Esc schließt; das Training geht weiter.</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>Begins with what the tab is about. Anything else that there is can be chosen here, too.</source>
        <translation>Beginnt mit dem, worum es im Reiter geht. Alles andere, was es gibt, lässt sich hier auch wählen.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Plots become pixels (PNG) or lines (SVG, PDF), with their numbers in a table beside them. Choose lines for a paper.</source>
        <translation>Grafiken werden zu Pixeln (PNG) oder Linien (SVG, PDF), ihre Zahlen zu einer Tabelle daneben. Für einen Artikel am besten Linien.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Makes each pixel of the picture a square of so many. Nothing is smoothed: what you see is what the model has.</source>
        <translation>Macht aus jedem Pixel ein Quadrat von so vielen. Nichts wird geglättet: Zu sehen ist, was das Modell hat.</translation>
    </message>
    <message>
        <source>Steps between pictures</source>
        <translation>Schritte zwischen Bildern</translation>
    </message>
    <message>
        <source>How many steps of the chains lie between two pictures of the series. Step 0 and the newest are always among them.</source>
        <translation>Wie viele Schritte der Ketten zwischen zwei Bildern der Reihe liegen. Schritt 0 und der neueste sind immer dabei.</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Draws weights from black over grey, which is 0, to white. Fit for print, and for eyes that do not tell the colours apart.</source>
        <translation>Zeichnet Gewichte von Schwarz über Grau, das ist 0, bis Weiß. Gut für den Druck und für Augen, die die Farben nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Asks for the file&apos;s name and writes a snapshot of this moment. A full disk leaves what was there before.</source>
        <translation>Fragt nach dem Namen der Datei und schreibt den Stand dieses Augenblicks. Ist der Datenträger voll, bleibt, was vorher da war.</translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation>Ehrlichkeitsmesser</translation>
    </message>
    <message>
        <source>Says whether a likelihood may be quoted: how many runs carry its weight, how wide it is, a verdict. Compare the two rows.</source>
        <translation>Sagt, ob sich eine Likelihood zitieren lässt: wie viele Läufe ihr Gewicht tragen, wie breit sie ist, ein Urteil. Am besten die zwei Zeilen vergleichen.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>How log Z was estimated: with the original&apos;s 10 temperatures, or by annealing both ways within the seconds of a check.</source>
        <translation>Wie log Z geschätzt wurde: mit den 10 Temperaturen des Originals oder durch Annealing auf beiden Wegen in den Sekunden einer Messung.</translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation>Effektive Stichprobe</translation>
    </message>
    <message>
        <source>How many of the runs carry the weight: (sum w)² / sum w². The ticks stand at 10 % and at 50 %, where verdicts change.</source>
        <translation>Wie viele der Läufe das Gewicht tragen: (Summe w)² / Summe w². Die Striche stehen bei 10 % und bei 50 %, wo die Urteile wechseln.</translation>
    </message>
    <message>
        <source>3 sigma, test</source>
        <translation>3 Sigma, Test</translation>
    </message>
    <message>
        <source>Where the mean log-likelihood of the test images lies, in nats per image. Under “Don&apos;t quote” only an upper end is left.</source>
        <translation>Wo die mittlere Log-Likelihood der Testbilder liegt, in Nats je Bild. Bei „Nicht zitieren“ bleibt nur ein oberes Ende.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Trust: half of the runs count and both directions agree within 1 nat. Caution: a tenth, or 3 nats, or one direction only.</source>
        <translation>Verlässlich: Die Hälfte der Läufe zählt, und beide Richtungen stimmen auf 1 Nat überein. Vorsicht: ein Zehntel, oder 3 Nats, oder nur eine Richtung.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Tells which estimate is wrong in which direction. Read it once; every likelihood in print looks different afterwards.</source>
        <translation>Sagt, welche Schätzung in welche Richtung irrt. Einmal lesen, und jede gedruckte Likelihood sieht danach anders aus.</translation>
    </message>
    <message>
        <source>Why a likelihood flatters</source>
        <translation>Warum eine Likelihood schmeichelt</translation>
    </message>
    <message>
        <source>Forward runs make the model look too good, reverse runs too bad. Esc closes it.</source>
        <translation>Vorwärtsläufe lassen das Modell zu gut aussehen, Rückwärtsläufe zu schlecht. Esc schließt.</translation>
    </message>
    <message>
        <source>What the model dreams</source>
        <translation>Wovon das Modell träumt</translation>
    </message>
    <message>
        <source>Chains of the training that stand for what the model believes. If all look alike, they have stopped mixing.</source>
        <translation>Ketten des Trainings, die dafür stehen, was das Modell glaubt. Sehen alle gleich aus, mischen sie nicht mehr.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>The weights of every hidden unit: blue pixels excite it, orange ones inhibit it. The Filters tab tells more about each.</source>
        <translation>Die Gewichte jeder verborgenen Einheit: Blaue Pixel erregen sie, orangefarbene hemmen sie. Der Reiter „Filter“ sagt mehr zu jeder.</translation>
    </message>
    <message>
        <source>Export the filters</source>
        <translation>Filter exportieren</translation>
    </message>
    <message>
        <source>Writes all filters as one picture, on one colour scale. The training goes on meanwhile.</source>
        <translation>Schreibt alle Filter als ein Bild, in einer Farbskala. Das Training geht derweil weiter.</translation>
    </message>
    <message>
        <source>One tile for each hidden unit: blue excites it, orange inhibits it. Click one, or use the arrow keys and Enter.</source>
        <translation>Eine Kachel für jede verborgene Einheit: Blau erregt sie, Orange hemmt sie. Anklicken oder mit Pfeiltasten und Eingabetaste wählen.</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>The order of the tiles, never the model. Strength brings what has learnt to the top, Similarity shows duplicates.</source>
        <translation>Die Reihenfolge der Kacheln, nie das Modell. „Stärke“ bringt nach oben, was gelernt hat; „Ähnlichkeit“ zeigt Doppelte.</translation>
    </message>
    <message>
        <source>Unit inspector</source>
        <translation>Einheit im Einzelnen</translation>
    </message>
    <message>
        <source>What one hidden unit detects, over all training images. Pin a unit that looks like a stroke and see which digits excite it.</source>
        <translation>Was eine verborgene Einheit erkennt, über alle Trainingsbilder. Eine anheften, die wie ein Strich aussieht, und sehen, welche Ziffern sie erregen.</translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation>Vorige Einheit</translation>
    </message>
    <message>
        <source>The unit before this one, in the order of the tiles. In order of strength neighbours are about as strong.</source>
        <translation>Die Einheit vor dieser, in der Reihenfolge der Kacheln. Nach Stärke geordnet sind Nachbarn etwa gleich stark.</translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation>Nächste Einheit</translation>
    </message>
    <message>
        <source>The unit after this one, in the order of the tiles. In order of similarity it looks much like this one.</source>
        <translation>Die Einheit nach dieser, in der Reihenfolge der Kacheln. Nach Ähnlichkeit geordnet sieht sie dieser recht ähnlich.</translation>
    </message>
    <message>
        <source>Keep pinned</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Stays with this unit while the mouse moves over others. A click on a tile or Enter pins, Esc lets go.</source>
        <translation>Bleibt bei dieser Einheit, während die Maus über andere geht. Ein Klick auf eine Kachel oder die Eingabetaste heftet an, Esc löst.</translation>
    </message>
    <message>
        <source>Unit on or off</source>
        <translation>Einheit an oder aus</translation>
    </message>
    <message>
        <source>Takes the unit out of the chains that you watch; the training keeps it. Switch a strong one off and see the samples change.</source>
        <translation>Nimmt die Einheit aus den beobachteten Ketten; das Training behält sie. Eine starke abschalten und sehen, wie sich die Stichproben ändern.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>What the unit&apos;s input begins with. Far below zero the unit is seldom on, and stands for something rare.</source>
        <translation>Womit die Eingabe der Einheit beginnt. Weit unter null ist die Einheit selten an und steht für etwas Seltenes.</translation>
    </message>
    <message>
        <source>Active on</source>
        <translation>Aktiv bei</translation>
    </message>
    <message>
        <source>The mean of P(h = 1 | v) over all training images. Units near 0 or 100 % tell little about an image.</source>
        <translation>Das Mittel von P(h = 1 | v) über alle Trainingsbilder. Einheiten nahe 0 oder 100 % sagen wenig über ein Bild.</translation>
    </message>
    <message>
        <source>How strong the unit is: the root of the sum of the squares of its weights. Sort by strength to compare.</source>
        <translation>Wie stark die Einheit ist: die Wurzel aus der Summe der Quadrate ihrer Gewichte. Zum Vergleichen nach Stärke sortieren.</translation>
    </message>
    <message>
        <source>Strongest on</source>
        <translation>Am stärksten bei</translation>
    </message>
    <message>
        <source>The class with the highest mean activation. Units are seldom detectors of one digit; most stand for a stroke.</source>
        <translation>Die Klasse mit der höchsten mittleren Aktivierung. Einheiten erkennen selten eine ganze Ziffer; die meisten stehen für einen Strich.</translation>
    </message>
    <message>
        <source>Activation histogram</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>How often the unit is how active. Most units are nearly always off or on, and rarely in between.</source>
        <translation>Wie oft die Einheit wie aktiv ist. Die meisten sind fast immer aus oder an, selten dazwischen.</translation>
    </message>
    <message>
        <source>Mean activation by digit</source>
        <translation>Mittelwert je Ziffer</translation>
    </message>
    <message>
        <source>How active the unit is on each digit, on average. A stroke that several digits share lights up for all of them.</source>
        <translation>Wie aktiv die Einheit bei jeder Ziffer im Mittel ist. Ein Strich, den mehrere Ziffern teilen, leuchtet bei allen auf.</translation>
    </message>
    <message>
        <source>Digits that excite it most</source>
        <translation>Ziffern, die sie am meisten erregen</translation>
    </message>
    <message>
        <source>The training images with the highest activation. Look for the stroke that they have in common.</source>
        <translation>Die Trainingsbilder mit der höchsten Aktivierung. Welcher Strich ist ihnen gemeinsam?</translation>
    </message>
    <message>
        <source>Which digits</source>
        <translation>Welche Ziffern</translation>
    </message>
    <message>
        <source>The classes that chains may start from. Leave only one on, and see how long the chains stay with it.</source>
        <translation>Die Klassen, mit denen Ketten beginnen dürfen. Nur eine anlassen und sehen, wie lange die Ketten bei ihr bleiben.</translation>
    </message>
    <message>
        <source>Start images</source>
        <translation>Startbilder</translation>
    </message>
    <message>
        <source>Classes in columns, any digits, or noise. From noise some models find digits by themselves, others get stuck: try yours.</source>
        <translation>Klassen in Spalten, beliebige Ziffern oder Rauschen. Aus Rauschen finden manche Modelle selbst zu Ziffern, andere bleiben stecken: ausprobieren.</translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation>Andere Ziffern</translation>
    </message>
    <message>
        <source>Starts all chains anew from other test images. Key R does the same.</source>
        <translation>Beginnt alle Ketten neu mit anderen Testbildern. Die Taste R tut dasselbe.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>All test images, to choose the selected chain&apos;s start by eye. Look for an ugly one: where does the model take it?</source>
        <translation>Alle Testbilder, um den Start der ausgewählten Kette nach Augenmaß zu wählen. Ein hässliches suchen: Wohin führt es das Modell?</translation>
    </message>
    <message>
        <source>Digits to pick from</source>
        <translation>Ziffern zur Auswahl</translation>
    </message>
    <message>
        <source>A click makes it the start of the selected chain. Esc closes the list.</source>
        <translation>Ein Klick macht sie zum Start der ausgewählten Kette. Esc schließt die Liste.</translation>
    </message>
    <message>
        <source>Draw or clamp</source>
        <translation>Malen, festhalten</translation>
    </message>
    <message>
        <source>Changes where the selected chain starts, or holds some of its pixels. Hold the top of a 2: the model finishes it its own way.</source>
        <translation>Ändert, wo die ausgewählte Kette beginnt, oder hält Pixel fest. Das Obere einer 2 festhalten: Das Modell vollendet sie auf seine Art.</translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Whether a change counts for the selected chain or for all. With All, every chain dreams on from the same drawing.</source>
        <translation>Ob eine Änderung für die ausgewählte Kette gilt oder für alle. Mit „Alle“ träumt jede Kette von derselben Zeichnung aus weiter.</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Paints on the start image; on release the chain starts from it. Draw half a digit and run the chain.</source>
        <translation>Malt auf das Startbild; beim Loslassen beginnt die Kette damit. Eine halbe Ziffer zeichnen und die Kette laufen lassen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Takes ink away from the start image. Erase a stroke of an 8 and see what it becomes.</source>
        <translation>Nimmt Tinte vom Startbild. Einen Strich einer 8 wegradieren und sehen, was daraus wird.</translation>
    </message>
    <message>
        <source>Clamp with the brush</source>
        <translation>Mit dem Pinsel festhalten</translation>
    </message>
    <message>
        <source>Paints pixels that stay as they start; a stroke from a held one frees them. The model fills in the rest.</source>
        <translation>Malt Pixel, die bleiben, wie sie beginnen; ein Strich ab einem festgehaltenen gibt sie frei. Das Modell ergänzt den Rest.</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Breite des Pinsels</translation>
    </message>
    <message>
        <source>In pixels of the image. Strokes of MNIST are about three wide; thinner ones look foreign to the model.</source>
        <translation>In Pixeln des Bildes. Die Striche von MNIST sind etwa drei breit; dünnere wirken auf das Modell fremd.</translation>
    </message>
    <message>
        <source>Undraw</source>
        <translation>Zeichnung verwerfen</translation>
    </message>
    <message>
        <source>Back to the image that was picked. Single strokes come back with Ctrl+Z.</source>
        <translation>Zurück zum gewählten Bild. Einzelne Striche kommen mit Strg+Z zurück.</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>An empty image to draw on. Left blank, it shows what the model makes of nothing.</source>
        <translation>Ein leeres Bild zum Zeichnen. Bleibt es leer, zeigt es, was das Modell aus nichts macht.</translation>
    </message>
    <message>
        <source>Start of the selected chain</source>
        <translation>Start der ausgewählten Kette</translation>
    </message>
    <message>
        <source>Draw with the mouse, or with the arrow keys and the space bar. Pixels that are held are hatched.</source>
        <translation>Mit der Maus zeichnen oder mit Pfeiltasten und Leertaste. Festgehaltene Pixel sind schraffiert.</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Holds the upper or the left half, or what you paint, as it starts. The chain then samples the rest given these pixels.</source>
        <translation>Hält die obere oder die linke Hälfte, oder was gemalt wird, so fest, wie es beginnt. Die Kette zieht den Rest, diese Pixel gegeben.</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>Schritte pro Sekunde</translation>
    </message>
    <message>
        <source>How fast the chains walk, 3,000 steps in all. At 1 or 10 one can follow a digit as it turns into another.</source>
        <translation>Wie schnell die Ketten wandern, 3.000 Schritte in allem. Bei 1 oder 10 lässt sich verfolgen, wie aus einer Ziffer eine andere wird.</translation>
    </message>
    <message>
        <source>Run the chain</source>
        <translation>Kette laufen lassen</translation>
    </message>
    <message>
        <source>Hidden units are drawn given the pixels, then pixels given the hidden units, again and again. Drag in the timeline to go back.</source>
        <translation>Gegeben die Pixel werden verborgene Einheiten gezogen, gegeben diese wieder Pixel, immer so fort. Ziehen in der Zeitleiste führt zurück.</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>One draw of all hidden units and one of all pixels. The first steps change most.</source>
        <translation>Alle verborgenen Einheiten einmal gezogen und alle Pixel einmal. Die ersten Schritte ändern am meisten.</translation>
    </message>
    <message>
        <source>Back to the start images</source>
        <translation>Zurück zu den Startbildern</translation>
    </message>
    <message>
        <source>Begins again from the same images. With an unchanged model the chains take the same way again.</source>
        <translation>Beginnt noch einmal mit denselben Bildern. Bei unverändertem Modell gehen die Ketten wieder denselben Weg.</translation>
    </message>
    <message>
        <source>Grid size</source>
        <translation>Größe des Rasters</translation>
    </message>
    <message>
        <source>How many chains run side by side: 1, 25, 100 or 225. With By class, columns of 10 begin as one digit each.</source>
        <translation>Wie viele Ketten nebeneinander laufen: 1, 25, 100 oder 225. Mit „Nach Klasse“ beginnen Spalten von 10 mit je einer Ziffer.</translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation>Echte Ziffern</translation>
    </message>
    <message>
        <source>Where the chains start, in the same places as their samples. Click one to edit it or to hold pixels.</source>
        <translation>Wo die Ketten beginnen, an denselben Plätzen wie ihre Stichproben. Ein Klick, und eine lässt sich bearbeiten oder festhalten.</translation>
    </message>
    <message>
        <source>Model samples</source>
        <translation>Stichproben des Modells</translation>
    </message>
    <message>
        <source>What has become of each start: the chance of ink in every pixel. A column that began as one digit drifts to others.</source>
        <translation>Was aus jedem Start geworden ist: die Wahrscheinlichkeit von Tinte in jedem Pixel. Eine Spalte, die mit einer Ziffer begann, treibt zu anderen.</translation>
    </message>
    <message>
        <source>Export the samples</source>
        <translation>Stichproben exportieren</translation>
    </message>
    <message>
        <source>Writes both grids side by side as one picture. The training goes on meanwhile.</source>
        <translation>Schreibt beide Raster nebeneinander als ein Bild. Das Training geht derweil weiter.</translation>
    </message>
    <message>
        <source>Choose start images</source>
        <translation>Startbilder wählen</translation>
    </message>
    <message>
        <source>Where the chains begin: digits of the test set, or noise. The model then leads them to what it finds probable.</source>
        <translation>Wo die Ketten beginnen: Ziffern der Testbilder oder Rauschen. Das Modell führt sie dann zu dem, was es wahrscheinlich findet.</translation>
    </message>
    <message>
        <source>Selected chain</source>
        <translation>Ausgewählte Kette</translation>
    </message>
    <message>
        <source>Its start, its present state, a reconstruction and the nearest training image. Is the sample new, or a copy?</source>
        <translation>Ihr Start, ihr jetziger Zustand, eine Rekonstruktion und das nächste Trainingsbild. Ist die Stichprobe neu oder eine Kopie?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The image that the selected chain began with. Held pixels are marked.</source>
        <translation>Das Bild, mit dem die ausgewählte Kette begann. Festgehaltene Pixel sind markiert.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>The selected chain at the step that is shown. Each pixel shows the chance of ink there.</source>
        <translation>Die ausgewählte Kette beim gezeigten Schritt. Jedes Pixel zeigt, wie wahrscheinlich dort Tinte ist.</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>What the model makes of the start in one step, without chance. The closer to the start, the better it knows this image.</source>
        <translation>Was das Modell in einem Schritt ohne Zufall aus dem Start macht. Je näher am Start, desto besser kennt es dieses Bild.</translation>
    </message>
    <message>
        <source>Nearest real digit</source>
        <translation>Nächste echte Ziffer</translation>
    </message>
    <message>
        <source>The training image that differs least from the sample. If all samples had a twin here, the model would only copy.</source>
        <translation>Das Trainingsbild, das sich am wenigsten von der Stichprobe unterscheidet. Hätten alle hier einen Zwilling, würde das Modell nur kopieren.</translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation>Freie Energie</translation>
    </message>
    <message>
        <source>F(v) of the chain&apos;s state in nats: lower is more probable. A chain in a deep valley leaves it seldom.</source>
        <translation>F(v) des Zustands der Kette, in Nats: niedriger ist wahrscheinlicher. Eine Kette in einem tiefen Tal verlässt es selten.</translation>
    </message>
    <message>
        <source>Pixels changed</source>
        <translation>Geänderte Pixel</translation>
    </message>
    <message>
        <source>How many pixels differ from the start, as black and white. It rises quickly, then wanders.</source>
        <translation>Wie viele Pixel vom Start abweichen, schwarz-weiß gesehen. Die Zahl steigt rasch und schwankt dann.</translation>
    </message>
    <message>
        <source>Hidden units on</source>
        <translation>Einheiten an</translation>
    </message>
    <message>
        <source>How many hidden units are on in this state. Each adds its filter to the picture.</source>
        <translation>Wie viele verborgene Einheiten in diesem Zustand an sind. Jede gibt ihren Filter zum Bild dazu.</translation>
    </message>
    <message>
        <source>Nearest is a</source>
        <translation>Nächste ist eine</translation>
    </message>
    <message>
        <source>The label of the nearest training image. It tells when the chain has changed its digit.</source>
        <translation>Die Klasse des nächsten Trainingsbildes. Sie verrät, wann die Kette ihre Ziffer gewechselt hat.</translation>
    </message>
    <message>
        <source>L2 distance</source>
        <translation>L2-Abstand</translation>
    </message>
    <message>
        <source>How far the nearest training image is from the sample. Near 0 the sample would be a copy.</source>
        <translation>Wie weit das nächste Trainingsbild von der Stichprobe entfernt ist. Nahe 0 wäre die Stichprobe eine Kopie.</translation>
    </message>
    <message>
        <source>Chain timeline</source>
        <translation>Zeitleiste der Ketten</translation>
    </message>
    <message>
        <source>The selected chain from its start to step 3,000, above its free energy. Drag to see any step again, bit for bit.</source>
        <translation>Die ausgewählte Kette vom Start bis Schritt 3.000, über ihrer freien Energie. Ziehen zeigt jeden Schritt noch einmal, Bit für Bit.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Follows the newest step again after you looked back. Key End does the same.</source>
        <translation>Folgt nach einem Blick zurück wieder dem neuesten Schritt. Die Taste Ende tut dasselbe.</translation>
    </message>
    <message>
        <source>Restart with the newest model</source>
        <translation>Mit dem neuesten Modell beginnen</translation>
    </message>
    <message>
        <source>Chains keep the model that they began with. This begins them again with the one that was trained since.</source>
        <translation>Ketten behalten das Modell, mit dem sie begannen. Dies beginnt sie neu mit dem, das seither trainiert wurde.</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Aufbewahrte Läufe</translation>
    </message>
    <message>
        <source>Every run that was kept, with its settings and how it ended. Check some of them, and the plot above lays their curves together.</source>
        <translation>Jeder aufbewahrte Lauf, mit seinen Einstellungen und seinem Ende. Einige markieren, und die Grafik darüber legt ihre Kurven zusammen.</translation>
    </message>
    <message>
        <source>Curves of the checked runs</source>
        <translation>Kurven der markierten Läufe</translation>
    </message>
    <message>
        <source>The test likelihood of the checked runs over their epochs. Two that differ in one setting tell most: look at the differences beside it.</source>
        <translation>Die Test-Likelihood der markierten Läufe über ihre Epochen. Zwei, die sich in einer Einstellung unterscheiden, sagen am meisten: Die Unterschiede stehen daneben.</translation>
    </message>
    <message>
        <source>Which reading of the pixels the curves score. Both were measured: switch freely.</source>
        <translation>Welche Lesart der Pixel die Kurven bewerten. Beide sind gemessen: nach Belieben wechseln.</translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation>Kurven exportieren</translation>
    </message>
    <message>
        <source>Writes the checked curves as one CSV file. Ctrl+E does the same.</source>
        <translation>Schreibt die markierten Kurven als eine CSV-Datei. Strg+E tut dasselbe.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>The settings in which the checked runs differ; all others are the same. The fewer they are, the more the curves tell.</source>
        <translation>Die Einstellungen, in denen sich die markierten Läufe unterscheiden; alle anderen sind gleich. Je weniger es sind, desto mehr sagen die Kurven.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterführen</translation>
    </message>
    <message>
        <source>Trains the selected run on from where it was left. Ctrl+Return does the same.</source>
        <translation>Trainiert den ausgewählten Lauf von dort weiter, wo er endete. Strg+Eingabe tut dasselbe.</translation>
    </message>
    <message>
        <source>Show filters</source>
        <translation>Filter zeigen</translation>
    </message>
    <message>
        <source>Makes the selected run the current one and shows its filters. What is trained now stays among the kept runs.</source>
        <translation>Macht den ausgewählten Lauf zum aktuellen und zeigt seine Filter. Was jetzt trainiert wird, bleibt unter den aufbewahrten Läufen.</translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation>Stichproben zeigen</translation>
    </message>
    <message>
        <source>Makes the selected run the current one and shows it in the Gibbs explorer. Compare the samples of two runs so.</source>
        <translation>Macht den ausgewählten Lauf zum aktuellen und zeigt ihn im Gibbs-Explorer. So lassen sich die Stichproben zweier Läufe vergleichen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deletes the selected runs, all but the current one. Their models go with them.</source>
        <translation>Löscht die ausgewählten Läufe, alle bis auf den aktuellen. Ihre Modelle gehen mit ihnen.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>One message with what can be done about it. It never takes the keyboard away from you.</source>
        <translation>Eine Meldung und was sich tun lässt. Sie nimmt niemandem die Tastatur weg.</translation>
    </message>
    <message>
        <source>Units that are switched off</source>
        <translation>Abgeschaltete Einheiten</translation>
    </message>
    <message>
        <source>The chains that you watch go on without these units; the training keeps them. A click on one switches it on again.</source>
        <translation>Die beobachteten Ketten gehen ohne diese Einheiten weiter; das Training behält sie. Ein Klick auf eine schaltet sie wieder an.</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Shows the way step by step; everything else in the window stays usable. Esc ends it.</source>
        <translation>Zeigt den Weg Schritt für Schritt; alles andere im Fenster bleibt benutzbar. Esc beendet sie.</translation>
    </message>
    <message>
        <source>Says what the thing under the mouse or the keyboard is. Ctrl+I hides this panel and brings it back.</source>
        <translation>Sagt, was unter der Maus oder der Tastatur liegt. Strg+I blendet die Erklärung aus und wieder ein.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the training is doing now, and when the next likelihood check comes. The dot is green while it trains.</source>
        <translation>Was das Training gerade tut und wann die nächste Likelihood-Messung kommt. Der Punkt ist grün, solange es trainiert.</translation>
    </message>
    <message>
        <source>PCD, CD, fast or tempered</source>
        <translation>PCD, CD, schnell oder getempert</translation>
    </message>
    <message>
        <source>Fast rate</source>
        <translation>Schnelle Rate</translation>
    </message>
    <message>
        <source>How strongly fast PCD pushes its chains out of where they are. A twentieth of the push is forgotten at each update, and the model never gets it.</source>
        <translation>Wie stark das schnelle PCD seine Ketten fortschiebt. Ein Zwanzigstel des Schubs ist mit jedem Update vergessen, und das Modell bekommt ihn nie.</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>Sparsamkeit</translation>
    </message>
    <message>
        <source>How strongly hidden units are pulled to the target activity. Sparse units stand for parts that are easier to name, at a price in likelihood.</source>
        <translation>Wie stark verborgene Einheiten zur Zielaktivität gezogen werden. Sparsame stehen für Teile, die sich leichter benennen lassen, auf Kosten der Likelihood.</translation>
    </message>
    <message>
        <source>Target activity</source>
        <translation>Zielaktivität</translation>
    </message>
    <message>
        <source>The share of images that a hidden unit should be on for, where sparsity is above 0. 0.1 is a usual choice.</source>
        <translation>Der Anteil der Bilder, bei denen eine verborgene Einheit an sein soll, wenn die Sparsamkeit über 0 liegt. Üblich ist 0,1.</translation>
    </message>
    <message>
        <source>PCD&apos;s chains go on where they were, CD&apos;s start at the images, so samples suffer. Fast weights push the chains on, tempered ones swap states: both mix better.</source>
        <translation>PCD-Ketten laufen weiter, die von CD beginnen bei den Bildern, auf Kosten der Stichproben. Schnelle Gewichte schieben, getemperte tauschen: Beide mischen besser.</translation>
    </message>
    <message>
        <source>Digits visited</source>
        <translation>Besucht</translation>
    </message>
    <message>
        <source>The digits that the chain was in up to the shown step, in order. A classifier of the hidden units tells them; unsure looks do not count.</source>
        <translation>Die Ziffern, bei denen die Kette bis zum gezeigten Schritt war. Ein Klassifikator der verborgenen Einheiten nennt sie; unsichere Blicke zählen nicht.</translation>
    </message>
    <message>
        <source>How sure the digits are</source>
        <translation>Wie sicher die Ziffern sind</translation>
    </message>
    <message>
        <source>How many of the test images the classifier tells rightly. It is trained here, within seconds, on what the hidden units see.</source>
        <translation>Wie viele der Testbilder der Klassifikator richtig nennt. Er wird hier in Sekunden trainiert, an dem, was die verborgenen Einheiten sehen.</translation>
    </message>
    <message>
        <source>Grids or mixing</source>
        <translation>Raster oder Mischen</translation>
    </message>
    <message>
        <source>Grids show every chain and its start. Mixing lets the same starts walk plain and tempered, and counts how often chains change their digit.</source>
        <translation>Raster zeigen jede Kette und ihren Start. Mischen lässt dieselben Starts einfach und getempert wandern und zählt die Wechsel der Ziffer.</translation>
    </message>
    <message>
        <source>Compare mixing</source>
        <translation>Mischen vergleichen</translation>
    </message>
    <message>
        <source>Plain chains and tempered ones walk 3,000 steps from the same images. Which of them change their digit, and how often?</source>
        <translation>Einfache und getemperte Ketten gehen 3.000 Schritte von denselben Bildern aus. Welche wechseln die Ziffer, und wie oft?</translation>
    </message>
    <message>
        <source>Temperatures of each tempered chain, the one at 1 among them. Too few swap seldom, more cost time; another number begins again.</source>
        <translation>Temperaturen jeder getemperten Kette, die bei 1 eingeschlossen. Zu wenige tauschen selten, mehr kosten Zeit.</translation>
    </message>
    <message>
        <source>Chosen chain</source>
        <translation>Gewählte Kette</translation>
    </message>
    <message>
        <source>The chain whose ladder, pictures and classes are shown. The other numbers are of all chains.</source>
        <translation>Die Kette, deren Leiter, Bilder und Klassen zu sehen sind. Die übrigen Zahlen gelten für alle Ketten.</translation>
    </message>
    <message>
        <source>Start of the chain</source>
        <translation>Start der Kette</translation>
    </message>
    <message>
        <source>The image that both chains of the pair begin with, as black and white. The model then leads them away, or does not.</source>
        <translation>Das Bild in Schwarz und Weiß, mit dem beide Ketten des Paars beginnen. Dann führt das Modell sie fort, oder nicht.</translation>
    </message>
    <message>
        <source>Start and pause</source>
        <translation>Starten und anhalten</translation>
    </message>
    <message>
        <source>Every step is a sweep of all chains, and for tempered ones a turn of swaps. They stop by themselves after 3,000.</source>
        <translation>Jeder Schritt ist ein Durchgang aller Ketten, bei getemperten mit einer Runde Tausch. Nach 3.000 halten sie von selbst.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Back to step 0 with the model as it is now. With the same model, starts and replicas every number comes again.</source>
        <translation>Zurück zu Schritt 0 mit dem Modell von jetzt. Gleiches Modell, gleiche Starts und Repliken geben wieder dieselben Zahlen.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>First the classifier learns, then the chains walk. Training goes on beside it, and takes its share of the time.</source>
        <translation>Erst lernt der Klassifikator, dann wandern die Ketten. Das Training geht daneben weiter und nimmt seinen Teil der Zeit.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>How many Gibbs steps both kinds of chains have made. At 3,000 they stop.</source>
        <translation>Wie viele Gibbs-Schritte beide Arten von Ketten gemacht haben. Bei 3.000 halten sie an.</translation>
    </message>
    <message>
        <source>How fast all chains walk, plain and tempered. A step costs a sweep for each replica, so more replicas are slower.</source>
        <translation>Wie schnell alle Ketten wandern. Ein Schritt kostet einen Durchgang je Replik, mehr Repliken sind also langsamer.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>How many test images it tells rightly: logistic regression on the hidden units, learnt here. Its mistakes count as changes, too.</source>
        <translation>Wie viele Testbilder er richtig nennt: logistische Regression auf den verborgenen Einheiten. Auch seine Fehler zählen als Wechsel.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that the chains walk in, as it was when they began. If you train on, begin again to take the newest.</source>
        <translation>Das Modell, in dem die Ketten wandern, wie es am Anfang war. Wer weiter trainiert, beginnt für das neueste von vorn.</translation>
    </message>
    <message>
        <source>Plain Gibbs sampling</source>
        <translation>Einfaches Gibbs-Sampling</translation>
    </message>
    <message>
        <source>Each chain walks alone at inverse temperature 1. In a good model valleys are deep, and a chain stays long with its digit.</source>
        <translation>Jede Kette wandert allein bei inverser Temperatur 1. In einem guten Modell sind Täler tief, und sie bleibt lange bei ihrer Ziffer.</translation>
    </message>
    <message>
        <source>Parallel tempering</source>
        <translation>Paralleles Tempern</translation>
    </message>
    <message>
        <source>Replicas walk at lower inverse temperatures, where valleys are flat, and swap states with neighbours. So states travel far.</source>
        <translation>Repliken wandern bei kleineren inversen Temperaturen, wo Täler flach sind, und tauschen mit Nachbarn. So kommen Zustände weit.</translation>
    </message>
    <message>
        <source>The plain chain now</source>
        <translation>Die einfache Kette jetzt</translation>
    </message>
    <message>
        <source>Its pixels, drawn black or white. Compare them with the start at the left: is it still the same digit?</source>
        <translation>Ihre Pixel, schwarz oder weiß gezogen. Ist es noch die Ziffer vom Start links?</translation>
    </message>
    <message>
        <source>The tempered chain now</source>
        <translation>Die getemperte Kette jetzt</translation>
    </message>
    <message>
        <source>The state at inverse temperature 1: a sample as good as a plain one. It changes at a swap, and at each sweep.</source>
        <translation>Der Zustand bei inverser Temperatur 1, eine Stichprobe so gut wie eine einfache. Er ändert sich bei Tausch und Durchgang.</translation>
    </message>
    <message>
        <source>Class changes</source>
        <translation>Klassenwechsel</translation>
    </message>
    <message>
        <source>How often the chosen plain chain came to another digit than the last sure one. Unsure looks in between do not count.</source>
        <translation>Wie oft die gewählte einfache Kette zu einer anderen Ziffer kam als der letzten sicheren. Unsichere Blicke zählen nicht.</translation>
    </message>
    <message>
        <source>How often the chosen tempered chain came to another digit than the last sure one. Compare it with the plain chain&apos;s.</source>
        <translation>Wie oft die gewählte getemperte Kette zu einer anderen Ziffer kam. Zum Vergleich steht links die einfache.</translation>
    </message>
    <message>
        <source>Mean of all plain chains</source>
        <translation>Mittel aller einfachen Ketten</translation>
    </message>
    <message>
        <source>Changes for each chain, plus or minus the standard error over the chains. Compare it with the tempered ones&apos;.</source>
        <translation>Wechsel je Kette, plus oder minus Standardfehler über die Ketten. Zum Vergleich stehen rechts die getemperten.</translation>
    </message>
    <message>
        <source>Mean of all tempered chains</source>
        <translation>Mittel aller getemperten Ketten</translation>
    </message>
    <message>
        <source>Changes for each chain, plus or minus the standard error over the chains. Far more than plain ones, where the ladder works.</source>
        <translation>Wechsel je Kette, plus oder minus Standardfehler über die Ketten. Weit mehr als einfache, wo die Leiter trägt.</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>Nie gewechselt</translation>
    </message>
    <message>
        <source>Plain chains that are still with their first digit. Their samples say nothing about the other nine.</source>
        <translation>Einfache Ketten, die noch bei ihrer ersten Ziffer sind. Ihre Stichproben sagen nichts über die anderen neun.</translation>
    </message>
    <message>
        <source>Tempered chains that are still with their first digit. With a ladder that works there are soon none.</source>
        <translation>Getemperte Ketten, die noch bei ihrer ersten Ziffer sind. Wo die Leiter trägt, gibt es bald keine mehr.</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>Rundreisen</translation>
    </message>
    <message>
        <source>How often walkers of all chains went from 1 down to 0 and back. Each brings a fresh state, so none means that the ladder is broken.</source>
        <translation>Wie oft Wanderer aller Ketten von 1 bis 0 und zurück gingen. Jeder bringt einen frischen Zustand; bei keinem trägt die Leiter nicht.</translation>
    </message>
    <message>
        <source>The followed walker</source>
        <translation>Der verfolgte Wanderer</translation>
    </message>
    <message>
        <source>A walker is a state on its way between the temperatures. Click on a rung to follow the one that is there.</source>
        <translation>Ein Wanderer ist ein Zustand auf dem Weg zwischen den Temperaturen. Ein Klick auf eine Sprosse verfolgt den, der dort ist.</translation>
    </message>
    <message>
        <source>Ladder of temperatures</source>
        <translation>Leiter der Temperaturen</translation>
    </message>
    <message>
        <source>From 1 to 0, where pixels are independent. Bars tell how often neighbours swap; a click, or Enter, follows the walker there.</source>
        <translation>Von 1 bis 0, wo Pixel unabhängig sind. Balken zeigen, wie oft Nachbarn tauschen; Klick oder Enter verfolgt den Wanderer dort.</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>Anteile der Klassen</translation>
    </message>
    <message>
        <source>Where all chains were, as the classifier tells. If plain and tempered bars differ, the plain chains have not seen the whole model.</source>
        <translation>Wo alle Ketten waren. Weichen einfache und getemperte Balken voneinander ab, sahen die einfachen nicht das ganze Modell.</translation>
    </message>
    <message>
        <source>The share of each digit at all looks, plain, tempered and in the training images. The tempered bars are the model&apos;s own balance.</source>
        <translation>Der Anteil jeder Ziffer an allen Blicken, einfach, getempert und in den Trainingsbildern. Getempert sind es die des Modells.</translation>
    </message>
    <message>
        <source>Classes on the way</source>
        <translation>Klassen unterwegs</translation>
    </message>
    <message>
        <source>The digit of the chosen chain at every tenth step, plain and tempered. Height and figure tell it, gaps are unsure.</source>
        <translation>Die Ziffer der gewählten Kette bei jedem zehnten Schritt. Höhe und Zahl nennen sie, Lücken sind unsicher.</translation>
    </message>
    <message>
        <source>Long bars are a chain that stays, jumps are changes. Left and right tell one look after the other.</source>
        <translation>Lange Balken sind eine Kette, die bleibt, Sprünge sind Wechsel. Links und rechts nennen einen Blick nach dem anderen.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>What happened since the window was opened, with the time of day. Select lines and copy them, or copy all; nothing is written to a file.</source>
        <translation>Was geschah, seit das Fenster offen ist, mit der Uhrzeit. Zeilen lassen sich auswählen und kopieren, oder alle auf einmal; in eine Datei kommt nichts.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Puts the whole log on the clipboard. Paste it into your notes or into a report about the program.</source>
        <translation>Legt das ganze Protokoll in die Zwischenablage. Von dort kommt es in die eigenen Notizen oder in einen Bericht über das Programm.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <source>Empties the log. Runs, curves and files stay as they are.</source>
        <translation>Leert das Protokoll. Läufe, Kurven und Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hides the log, which goes on meanwhile. Ctrl+L brings it back.</source>
        <translation>Verbirgt das Protokoll, das inzwischen weitergeführt wird. Strg+L bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>lessons/gibbs-steps.json</name>
    <message>
        <source>What does k do?</source>
        <translation>Was bewirkt k?</translation>
    </message>
    <message>
        <source>The same training with 1 and with 30 Gibbs steps, their curves in one plot and their samples one after the other.</source>
        <translation>Dasselbe Training mit 1 und mit 30 Gibbs-Schritten, die Kurven in einer Grafik und die Stichproben nacheinander.</translation>
    </message>
    <message>
        <source>Two forces</source>
        <translation>Zwei Kräfte</translation>
    </message>
    <message>
        <source>Training pulls the model towards the images and away from what its own chains dream. k is the number of Gibbs steps that these chains make before each update. We train twice; all but k is the same.</source>
        <translation>Das Training zieht das Modell zu den Bildern hin und von dem weg, was seine eigenen Ketten träumen. k ist die Zahl der Gibbs-Schritte, die diese Ketten vor jedem Update gehen. Wir trainieren zweimal; alles außer k ist gleich.</translation>
    </message>
    <message>
        <source>First with k = 1</source>
        <translation>Erst mit k = 1</translation>
    </message>
    <message>
        <source>2,250 updates with a single step each. The curve gets its points as the likelihood is checked.</source>
        <translation>2.250 Updates mit je einem einzigen Schritt. Die Kurve bekommt ihre Punkte, während die Likelihood gemessen wird.</translation>
    </message>
    <message>
        <source>Train with k = 1</source>
        <translation>Mit k = 1 trainieren</translation>
    </message>
    <message>
        <source>Remember its end</source>
        <translation>Das Ende merken</translation>
    </message>
    <message>
        <source>The curve goes grey when the next run begins, and stays to compare with. Before that, a look at what this model dreams.</source>
        <translation>Die Kurve wird grau, wenn der nächste Lauf beginnt, und bleibt zum Vergleich. Vorher noch ein Blick darauf, wovon dieses Modell träumt.</translation>
    </message>
    <message>
        <source>Its samples</source>
        <translation>Seine Stichproben</translation>
    </message>
    <message>
        <source>Let 100 chains walk 3,000 steps from real digits, and remember how many different digits are left at the end.</source>
        <translation>Von echten Ziffern aus 100 Ketten 3.000 Schritte wandern lassen und sich merken, wie viele verschiedene Ziffern am Ende übrig sind.</translation>
    </message>
    <message>
        <source>Run from digits</source>
        <translation>Von Ziffern aus</translation>
    </message>
    <message>
        <source>Now with k = 30</source>
        <translation>Jetzt mit k = 30</translation>
    </message>
    <message>
        <source>The same seed, the same rate, the same images. The first curve stays as a grey line.</source>
        <translation>Derselbe Startwert, dieselbe Rate, dieselben Bilder. Die erste Kurve bleibt als graue Linie.</translation>
    </message>
    <message>
        <source>Will the second curve end higher, lower or at the same place? And will it take 30 times as long?</source>
        <translation>Endet die zweite Kurve höher, tiefer oder gleich? Und dauert es 30-mal so lange?</translation>
    </message>
    <message>
        <source>Much higher: by some 20 nats on MNIST. It takes five to nine times as long, since the images&apos; part of an update costs the same for any k.</source>
        <translation>Viel höher: um rund 20 Nats auf MNIST. Es dauert fünf- bis neunmal so lange, denn der Anteil der Bilder an einem Update kostet für jedes k gleich viel.</translation>
    </message>
    <message>
        <source>Train with k = 30</source>
        <translation>Mit k = 30 trainieren</translation>
    </message>
    <message>
        <source>Compare the curves</source>
        <translation>Die Kurven vergleichen</translation>
    </message>
    <message>
        <source>Grey and dashed is k = 1. Nothing but the walk of the chains differs, and it shows from the first point on.</source>
        <translation>Grau und gestrichelt ist k = 1. Nur der Weg der Ketten ist anders, und das zeigt sich vom ersten Punkt an.</translation>
    </message>
    <message>
        <source>Why does a longer walk give a better model?</source>
        <translation>Warum gibt ein längerer Weg ein besseres Modell?</translation>
    </message>
    <message>
        <source>An update changes the model, and after one step the chains still stand where the old one left them. The gradient then pushes away from the wrong places. After 30 steps they have found the model again.</source>
        <translation>Ein Update ändert das Modell, und nach einem Schritt stehen die Ketten noch dort, wo das alte sie verlassen hat. Der Gradient drückt dann von den falschen Stellen weg. Nach 30 Schritten haben sie das Modell wiedergefunden.</translation>
    </message>
    <message>
        <source>Compare the samples</source>
        <translation>Die Stichproben vergleichen</translation>
    </message>
    <message>
        <source>The same experiment, 100 chains from real digits, now with the second model.</source>
        <translation>Dasselbe Experiment, 100 Ketten von echten Ziffern aus, jetzt mit dem zweiten Modell.</translation>
    </message>
    <message>
        <source>What to see</source>
        <translation>Was es zu sehen gibt</translation>
    </message>
    <message>
        <source>Several kinds of digits are left where the first model knew hardly more than one shape, though one still rules: three epochs on MNIST are few. k buys truth with time; a lower learning rate helps too, as the chains then have less to catch up with.</source>
        <translation>Mehrere Arten von Ziffern sind übrig, wo das erste Modell kaum mehr als eine Form kannte, auch wenn eine noch herrscht: Drei Epochen auf MNIST sind wenig. k kauft Wahrheit mit Zeit; auch eine niedrigere Lernrate hilft, denn dann haben die Ketten weniger aufzuholen.</translation>
    </message>
</context>
<context>
    <name>lessons/learning-rate.json</name>
    <message>
        <source>Learning rate too high</source>
        <translation>Zu hohe Lernrate</translation>
    </message>
    <message>
        <source>A curve climbs, falls when the rate is raised, and comes back when it is lowered, all in one run.</source>
        <translation>Eine Kurve steigt, fällt bei erhöhter Rate und kommt zurück, wenn sie gesenkt wird, alles in einem Lauf.</translation>
    </message>
    <message>
        <source>How far to step</source>
        <translation>Wie weit ein Schritt geht</translation>
    </message>
    <message>
        <source>After each batch of images the weights move a little towards more likelihood. The learning rate says how far. It can be changed while the training runs.</source>
        <translation>Nach jedem Batch von Bildern bewegen sich die Gewichte ein wenig zu mehr Likelihood hin. Die Lernrate sagt, wie weit. Sie lässt sich während des Trainings ändern.</translation>
    </message>
    <message>
        <source>First a good rate</source>
        <translation>Erst eine gute Rate</translation>
    </message>
    <message>
        <source>Start a run with a rate of 1. The curve gets a point with each likelihood check; for this lesson a check takes half a second.</source>
        <translation>Einen Lauf mit der Rate 1 starten. Die Kurve bekommt mit jeder Likelihood-Messung einen Punkt; in dieser Lektion dauert eine Messung eine halbe Sekunde.</translation>
    </message>
    <message>
        <source>Train with rate 1</source>
        <translation>Mit Rate 1 trainieren</translation>
    </message>
    <message>
        <source>Faster, then?</source>
        <translation>Schneller also?</translation>
    </message>
    <message>
        <source>The curve climbs, and twenty times the rate is only a push of the slider away.</source>
        <translation>Die Kurve steigt, und die zwanzigfache Rate ist nur einen Schub am Regler entfernt.</translation>
    </message>
    <message>
        <source>What will the curve do at a rate of 20: climb faster, stand still, or fall?</source>
        <translation>Was tut die Kurve bei Rate 20: schneller steigen, stehen bleiben oder fallen?</translation>
    </message>
    <message>
        <source>It falls by tens of nats within a few checks. The steps are longer than the chains can follow: they show where the model was, not where it is, so the gradient points the wrong way.</source>
        <translation>Sie fällt binnen weniger Messungen um Dutzende von Nats. Die Schritte sind länger, als die Ketten folgen können: Sie zeigen, wo das Modell war, nicht, wo es ist, und so weist der Gradient in die falsche Richtung.</translation>
    </message>
    <message>
        <source>Raise it to 20</source>
        <translation>Auf 20 erhöhen</translation>
    </message>
    <message>
        <source>Look at the damage</source>
        <translation>Der Schaden</translation>
    </message>
    <message>
        <source>The dashed line marks when the rate was changed. The dotted estimate may even rise: 10 temperatures flatter a sick model most. Among the filters a few become so strong that the others fade.</source>
        <translation>Die gestrichelte Linie markiert, wann die Rate geändert wurde. Die gepunktete Schätzung kann sogar steigen: 10 Temperaturen schmeicheln einem kranken Modell am meisten. Unter den Filtern werden einige so stark, dass die anderen verblassen.</translation>
    </message>
    <message>
        <source>Is the model lost?</source>
        <translation>Ist das Modell verloren?</translation>
    </message>
    <message>
        <source>No. The weights are finite and remember most of what they learnt; what is lost can be found again. Were they infinite, the program would pause and say so.</source>
        <translation>Nein. Die Gewichte sind endlich und erinnern sich an das meiste; was verloren ist, lässt sich wiederfinden. Wären sie unendlich, würde das Programm pausieren und es sagen.</translation>
    </message>
    <message>
        <source>Lower it, live</source>
        <translation>Senken, im Lauf</translation>
    </message>
    <message>
        <source>Back to 1</source>
        <translation>Zurück auf 1</translation>
    </message>
    <message>
        <source>What to see</source>
        <translation>Was es zu sehen gibt</translation>
    </message>
    <message>
        <source>The curve comes back, and often stands higher than before: long steps travel far, short ones settle. That is why good recipes begin with a high rate and let it fall to 0.</source>
        <translation>Die Kurve kommt zurück und steht oft höher als vorher: Lange Schritte kommen weit, kurze zur Ruhe. Darum beginnen gute Rezepte mit einer hohen Rate und lassen sie auf 0 fallen.</translation>
    </message>
    <message>
        <source>Which setting of this program does so by itself?</source>
        <translation>Welche Einstellung dieses Programms tut das von selbst?</translation>
    </message>
    <message>
        <source>“Rate over time” in the section Trainer: linear and cosine end at 0. The preset Fast uses it, with a rate of 16 at its start.</source>
        <translation>„Rate im Verlauf“ im Abschnitt „Trainer“: linear und Kosinus enden bei 0. Die Voreinstellung „Schnell“ nutzt das, mit einer Rate von 16 am Anfang.</translation>
    </message>
    <message>
        <source>Bring the rate back to 1 without a restart.</source>
        <translation>Die Rate ohne Neustart wieder auf 1 bringen.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Give it two or three checks at the low rate, and watch where the curve goes.</source>
        <translation>Zwei oder drei Messungen bei der kleinen Rate abwarten und zusehen, wohin die Kurve geht.</translation>
    </message>
</context>
<context>
    <name>lessons/mixing.json</name>
    <message>
        <source>Mode mixing</source>
        <translation>Mischen der Modi</translation>
    </message>
    <message>
        <source>Columns of chains that start as one digit each: which of them leave it, and when?</source>
        <translation>Spalten von Ketten, die mit je einer Ziffer beginnen: Welche verlassen sie, und wann?</translation>
    </message>
    <message>
        <source>Columns of digits</source>
        <translation>Spalten von Ziffern</translation>
    </message>
    <message>
        <source>Open the bundled model. In the grid of 10 x 10 each column starts as one digit, ten different images of it.</source>
        <translation>Das mitgelieferte Modell öffnen. Im Raster von 10 × 10 beginnt jede Spalte mit einer Ziffer, in zehn verschiedenen Bildern.</translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation>Das Modell öffnen</translation>
    </message>
    <message>
        <source>Your guess first</source>
        <translation>Erst raten</translation>
    </message>
    <message>
        <source>Each chain now walks 3,000 Gibbs steps. Digits that are much like others are soon left; some stand apart, and chains stay there.</source>
        <translation>Jede Kette wandert nun 3.000 Gibbs-Schritte. Ziffern, die anderen sehr ähneln, sind bald verlassen; manche stehen für sich, und Ketten bleiben dort.</translation>
    </message>
    <message>
        <source>Which columns will keep their digit longest, and which will lose it first?</source>
        <translation>Welche Spalten behalten ihre Ziffer am längsten, und welche verlieren sie zuerst?</translation>
    </message>
    <message>
        <source>In 300 chains of this model, 0, 1, 2 and 6 kept theirs longest: after 300 steps four in five were still there. Of 3, 4 and 8 two in three had left.</source>
        <translation>In 300 Ketten dieses Modells behielten 0, 1, 2 und 6 die ihre am längsten: Nach 300 Schritten waren vier von fünf noch da. Von 3, 4 und 8 waren zwei von drei gegangen.</translation>
    </message>
    <message>
        <source>Run, slowly</source>
        <translation>Langsam laufen</translation>
    </message>
    <message>
        <source>100 steps in a second. Watch one column; strokes melt and others form, and a 4 becomes a 9 without ever being a blot.</source>
        <translation>100 Schritte in einer Sekunde. Eine Spalte verfolgen: Striche zerfließen, andere entstehen, und eine 4 wird zur 9, ohne je ein Klecks zu sein.</translation>
    </message>
    <message>
        <source>Run slowly</source>
        <translation>Langsam starten</translation>
    </message>
    <message>
        <source>Look at one chain</source>
        <translation>Eine Kette ansehen</translation>
    </message>
    <message>
        <source>Click a sample that changed. The timeline shows its way with the free energy below; drag back to the step where it turned.</source>
        <translation>Eine Stichprobe anklicken, die sich geändert hat. Die Zeitleiste zeigt ihren Weg mit der freien Energie darunter; zu dem Schritt zurückziehen, an dem sie kippte.</translation>
    </message>
    <message>
        <source>What does the free energy do where a digit turns into another?</source>
        <translation>Was tut die freie Energie dort, wo aus einer Ziffer eine andere wird?</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>Now at full speed to step 3,000.</source>
        <translation>Jetzt mit vollem Tempo bis Schritt 3.000.</translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation>Volles Tempo</translation>
    </message>
    <message>
        <source>What to see</source>
        <translation>Was es zu sehen gibt</translation>
    </message>
    <message>
        <source>The columns have dissolved: of 300 chains one in seven was where it began, little more than chance. How long that takes is the model&apos;s mixing time, and training, likelihood and samples all depend on it.</source>
        <translation>Die Spalten haben sich aufgelöst: Von 300 Ketten war eine von sieben, wo sie begann, kaum mehr als Zufall. Wie lange das dauert, ist die Mischzeit des Modells, und Training, Likelihood und Stichproben hängen alle daran.</translation>
    </message>
    <message>
        <source>Would a better model mix faster?</source>
        <translation>Würde ein besseres Modell schneller mischen?</translation>
    </message>
    <message>
        <source>Seldom. The larger the weights, the deeper the valleys, so chains get slower as the model gets better. That is why k, more chains and annealing matter.</source>
        <translation>Selten. Je größer die Gewichte, desto tiefer die Täler, und so werden Ketten langsamer, wenn das Modell besser wird. Darum kommt es auf k, auf mehr Ketten und auf Annealing an.</translation>
    </message>
    <message>
        <source>The columns dissolve</source>
        <translation>Die Spalten lösen sich auf</translation>
    </message>
    <message>
        <source>A ladder out of the valleys</source>
        <translation>Eine Leiter aus den Tälern</translation>
    </message>
    <message>
        <source>The same starts once more: plain chains, and beside them tempered ones. Each has ten replicas: the lower one stands, the freer it moves, and neighbours swap their states. It may take minutes; “Next” does not stop it.</source>
        <translation>Noch einmal dieselben Starts: einfache Ketten und daneben getemperte. Jede hat zehn Repliken: Je tiefer eine steht, desto freier bewegt sie sich, und Nachbarn tauschen. Das kann Minuten dauern; „Weiter“ hält es nicht an.</translation>
    </message>
    <message>
        <source>How much more often will tempered chains change their digit?</source>
        <translation>Wie viel öfter wechseln getemperte Ketten die Ziffer?</translation>
    </message>
    <message>
        <source>In this model nearly twice as often. It mixes well for its size; in models with larger weights plain chains may change hardly at all.</source>
        <translation>In diesem Modell fast doppelt so oft. Es mischt gut; bei größeren Gewichten wechseln einfache Ketten mitunter kaum.</translation>
    </message>
    <message>
        <source>Start the comparison</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>What would three replicas do?</source>
        <translation>Was täten drei Repliken?</translation>
    </message>
    <message>
        <source>Their temperatures lie too far apart: few swaps, few round trips, and chains that mix like plain ones. Set Replicas to 3 and see.</source>
        <translation>Ihre Temperaturen liegen zu weit auseinander: wenig Tausch, wenige Rundreisen, und Ketten mischen wie einfache. Bei Repliken 3 einstellen.</translation>
    </message>
    <message>
        <source>Little that stands out. It swings by some 20 nats all the time, and climbs no higher at the turn: the chain finds a way around the mountain. Only a 1 lies deeper, 30 to 60 nats below the other digits.</source>
        <translation>Wenig, das auffiele. Sie schwankt ständig um etwa 20 Nats und steigt beim Wechsel nicht höher: Die Kette findet einen Weg um den Berg herum. Nur eine 1 liegt tiefer, 30 bis 60 Nats unter den anderen Ziffern.</translation>
    </message>
    <message>
        <source>Follow the coloured walker, or click on another at the right: those that sink to 0, where nothing is left of their digit, come back with another. Then compare the two rows of classes below.</source>
        <translation>Den farbigen Wanderer verfolgen oder rechts einen anderen anklicken: Wer auf 0 sinkt, wo nichts von seiner Ziffer bleibt, kommt mit einer anderen zurück. Dann die beiden Zeilen der Klassen darunter vergleichen.</translation>
    </message>
</context>
<context>
    <name>lessons/temperatures.json</name>
    <message>
        <source>Why 10 AIS temperatures lie</source>
        <translation>Warum 10 AIS-Temperaturen lügen</translation>
    </message>
    <message>
        <source>One model, three estimates of its likelihood: the worst of them looks best.</source>
        <translation>Ein Modell, drei Schätzungen seiner Likelihood: Die schlechteste sieht am besten aus.</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Ein Modell</translation>
    </message>
    <message>
        <source>A likelihood needs log Z, a sum over all states of the model. It is estimated by runs that anneal from a simple model to this one, through a ladder of temperatures. We take one trained model and measure it three times.</source>
        <translation>Eine Likelihood braucht log Z, eine Summe über alle Zustände des Modells. Geschätzt wird sie von Läufen, die über eine Leiter von Temperaturen von einem einfachen Modell zu diesem abkühlen (Annealing). Wir nehmen ein trainiertes Modell und messen es dreimal.</translation>
    </message>
    <message>
        <source>Open the bundled model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>10 temperatures, and 0.2 seconds</source>
        <translation>10 Temperaturen und 0,2 Sekunden</translation>
    </message>
    <message>
        <source>Every check makes the original&apos;s estimate with 10 temperatures beside ours. First give ours as little time as it may have: 0.2 seconds.</source>
        <translation>Jede Messung macht neben unserer Schätzung die des Originals mit 10 Temperaturen. Zuerst bekommt unsere so wenig Zeit wie möglich: 0,2 Sekunden.</translation>
    </message>
    <message>
        <source>Measure with 0.2 s</source>
        <translation>Mit 0,2 s messen</translation>
    </message>
    <message>
        <source>Who carries the weight?</source>
        <translation>Wer trägt das Gewicht?</translation>
    </message>
    <message>
        <source>The effective sample size says how many of the runs count. Look at the upper row: 1,000 runs, 10 temperatures.</source>
        <translation>Die effektive Stichprobe sagt, wie viele der Läufe zählen. Die obere Zeile: 1.000 Läufe, 10 Temperaturen.</translation>
    </message>
    <message>
        <source>How many of the 1,000 runs carry the weight, and does the model look better or worse for it?</source>
        <translation>Wie viele der 1.000 Läufe tragen das Gewicht, und sieht das Modell dadurch besser oder schlechter aus?</translation>
    </message>
    <message>
        <source>One or two. The rest were left behind on the way to this model and count nothing. What they miss is missing in log Z, so the likelihood looks too good.</source>
        <translation>Einer oder zwei. Die übrigen blieben auf dem Weg zu diesem Modell zurück und zählen nichts. Was sie verfehlen, fehlt in log Z, und so sieht die Likelihood zu gut aus.</translation>
    </message>
    <message>
        <source>Now take two seconds</source>
        <translation>Jetzt zwei Sekunden</translation>
    </message>
    <message>
        <source>The same model, ten times the work. Watch the lower row change while the upper one stays as bad as it was. Does it not rise? A slow computer needs more seconds: set 10 under “Likelihood check”, then Ctrl+M.</source>
        <translation>Dasselbe Modell, zehnmal so viel Arbeit. Die untere Zeile ändert sich, während die obere so schlecht bleibt, wie sie war. Wird sie nicht besser? Ein langsamer Rechner braucht länger: unter „Likelihood-Messung“ 10 einstellen, dann Strg+M.</translation>
    </message>
    <message>
        <source>Measure with 2 s</source>
        <translation>Mit 2 s messen</translation>
    </message>
    <message>
        <source>What to see</source>
        <translation>Was es zu sehen gibt</translation>
    </message>
    <message>
        <source>With enough temperatures many runs carry the weight, the two directions agree, and the verdict rises. The number itself became lower: the honest one is the worse one.</source>
        <translation>Mit genug Temperaturen tragen viele Läufe das Gewicht, die beiden Richtungen stimmen überein, und das Urteil wird besser. Die Zahl selbst wurde niedriger: Die ehrliche ist die schlechtere.</translation>
    </message>
    <message>
        <source>Two papers report −73 and −103 nats for models of the same size. Which model is better?</source>
        <translation>Zwei Artikel nennen −73 und −103 Nats für Modelle derselben Größe. Welches Modell ist besser?</translation>
    </message>
    <message>
        <source>You cannot know before you know how log Z was estimated. With the original&apos;s recipe this program measures −73 with 10 temperatures and −103 with enough of them, on one and the same model.</source>
        <translation>Das lässt sich nicht wissen, solange unbekannt ist, wie log Z geschätzt wurde. Mit dem Rezept des Originals misst dieses Programm −73 mit 10 Temperaturen und −103 mit genügend vielen, an ein und demselben Modell.</translation>
    </message>
    <message>
        <source>Agreement is no proof</source>
        <translation>Einigkeit ist kein Beweis</translation>
    </message>
    <message>
        <source>Runs from below flatter, runs from above slander, and where both meet the truth is near. Unless all of them miss the same mode: “Why?” tells more.</source>
        <translation>Läufe von unten schmeicheln, Läufe von oben verleumden, und wo beide sich treffen, ist die Wahrheit nah. Es sei denn, alle verfehlen denselben Modus: „Warum?“ sagt mehr.</translation>
    </message>
</context>
<context>
    <name>lessons/tour.json</name>
    <message>
        <source>The tour</source>
        <translation>Der Rundgang</translation>
    </message>
    <message>
        <source>Five callouts for the first five minutes.</source>
        <translation>Fünf Hinweise für die ersten fünf Minuten.</translation>
    </message>
    <message>
        <source>Press Train</source>
        <translation>„Trainieren“ drücken</translation>
    </message>
    <message>
        <source>Train the quick recipe</source>
        <translation>Schnell trainieren</translation>
    </message>
    <message>
        <source>Click a filter</source>
        <translation>Einen Filter anklicken</translation>
    </message>
    <message>
        <source>Each tile is what one hidden unit looks for: blue pixels excite it, orange ones inhibit it. Click one, and the inspector shows which digits excite it most.</source>
        <translation>Jede Kachel ist das, wonach eine verborgene Einheit sucht: Blaue Pixel erregen sie, orangefarbene hemmen sie. Nach einem Klick steht rechts, welche Ziffern sie am meisten erregen.</translation>
    </message>
    <message>
        <source>Let the model dream</source>
        <translation>Das Modell träumen lassen</translation>
    </message>
    <message>
        <source>Every chain starts from a real digit at the left and walks, step by step, to what the model finds probable. No time to train? Take the bundled model.</source>
        <translation>Jede Kette beginnt mit einer echten Ziffer links und wandert Schritt für Schritt zu dem, was das Modell wahrscheinlich findet. Keine Zeit zum Trainieren? Dann das mitgelieferte Modell nehmen.</translation>
    </message>
    <message>
        <source>Run the bundled one</source>
        <translation>Modell starten</translation>
    </message>
    <message>
        <source>Hold a half</source>
        <translation>Eine Hälfte festhalten</translation>
    </message>
    <message>
        <source>Clamp the top of a digit, and the model has to finish it: a 2 may end as a 3, an 8 as a 5. Click another digit at the left to edit that one.</source>
        <translation>Das Obere einer Ziffer festhalten, und das Modell muss sie vollenden: Eine 2 kann als 3 enden, eine 8 als 5. Ein Klick auf eine andere Ziffer links, und diese lässt sich bearbeiten.</translation>
    </message>
    <message>
        <source>Hold all tops, run</source>
        <translation>Oben festhalten, los</translation>
    </message>
    <message>
        <source>Can you quote this number?</source>
        <translation>Lässt sich diese Zahl zitieren?</translation>
    </message>
    <message>
        <source>A likelihood is an estimate, and a bad one looks too good. The honesty meter says how far to trust it; “Why?” says why. Then try a lesson from the menu.</source>
        <translation>Eine Likelihood ist eine Schätzung, und eine schlechte sieht zu gut aus. Der Ehrlichkeitsmesser sagt, wie weit ihr zu trauen ist; „Warum?“ sagt, weshalb. Danach lohnt eine Lektion aus dem Menü.</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>Jetzt messen</translation>
    </message>
    <message>
        <source>Training begins with filters of pure noise. Press Train with the recipe that stands at the left, or take a quick one here, and watch, at the right, noise turn into strokes.</source>
        <translation>Das Training beginnt mit Filtern aus reinem Rauschen. „Trainieren“ drücken, mit dem Rezept, das links steht, oder hier ein schnelles nehmen, und rechts zusehen, wie aus Rauschen Striche werden.</translation>
    </message>
</context>
<context>
    <name>presets/best.json</name>
    <message>
        <source>Best quality</source>
        <translation>Beste Qualität</translation>
    </message>
    <message>
        <source>Weight decay and a falling rate for 25 minutes on two cores: the best likelihood that was found for 500 hidden units.</source>
        <translation>Gewichtsabnahme und eine fallende Rate, 25 Minuten lang auf zwei Kernen: die beste Likelihood, die für 500 verborgene Einheiten gefunden wurde.</translation>
    </message>
</context>
<context>
    <name>presets/cd-1.json</name>
    <message>
        <source>CD-1</source>
        <translation>CD-1</translation>
    </message>
    <message>
        <source>Contrastive divergence: chains start at the images and make one step, which is quick but gives poor samples.</source>
        <translation>Contrastive Divergence: Ketten beginnen bei den Bildern und gehen einen Schritt, was schnell ist, aber schlechte Stichproben gibt.</translation>
    </message>
</context>
<context>
    <name>presets/classic.json</name>
    <message>
        <source>Classic PCD-30</source>
        <translation>Klassisch, PCD-30</translation>
    </message>
    <message>
        <source>The recipe of the original: persistent chains with 30 Gibbs steps per update, for 130 epochs.</source>
        <translation>Das Rezept des Originals: persistente Ketten mit 30 Gibbs-Schritten pro Update, 130 Epochen lang.</translation>
    </message>
</context>
<context>
    <name>presets/fast-look.json</name>
    <message>
        <source>Fast look</source>
        <translation>Schneller Blick</translation>
    </message>
    <message>
        <source>The fast recipe for four epochs: clear filters and digits within seconds.</source>
        <translation>Das schnelle Rezept für vier Epochen: klare Filter und Ziffern in Sekunden.</translation>
    </message>
</context>
<context>
    <name>presets/fast.json</name>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>A better model than the classic one in a fraction of the time: centred gradient, a high rate that falls to 0, and the average of the last part.</source>
        <translation>Ein besseres Modell als das klassische in einem Bruchteil der Zeit: zentrierter Gradient, eine hohe Rate, die auf 0 fällt, und das Mittel des letzten Teils.</translation>
    </message>
</context>
<context>
    <name>presets/pcd-1.json</name>
    <message>
        <source>PCD-1</source>
        <translation>PCD-1</translation>
    </message>
    <message>
        <source>Persistent chains that make a single Gibbs step per update.</source>
        <translation>Persistente Ketten, die pro Update einen einzigen Gibbs-Schritt gehen.</translation>
    </message>
</context>
<context>
    <name>presets/small-exact.json</name>
    <message>
        <source>Small and exact</source>
        <translation>Klein und exakt</translation>
    </message>
    <message>
        <source>So few hidden units that the likelihood is counted out exactly instead of estimated.</source>
        <translation>So wenige verborgene Einheiten, dass die Likelihood exakt ausgezählt statt geschätzt wird.</translation>
    </message>
</context>
<context>
    <name>rbm::BalanceBars</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>rbm::Callout</name>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation>Beenden (Esc)</translation>
    </message>
    <message>
        <source>F6 brings the keyboard here and back</source>
        <translation>F6 bringt die Tastatur hierher und zurück</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation>Für mich erledigen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>rbm::ChainPanel</name>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>One-step recon.</source>
        <translation>Nach 1 Schritt</translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation>Nächste echte</translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation>Freie Energie</translation>
    </message>
    <message>
        <source>Pixels changed</source>
        <translation>Geänderte Pixel</translation>
    </message>
    <message>
        <source>Hidden units on</source>
        <translation>Einheiten an</translation>
    </message>
    <message>
        <source>Nearest is a</source>
        <translation>Nächste ist eine</translation>
    </message>
    <message>
        <source>L2 distance</source>
        <translation>L2-Abstand</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Digits visited</source>
        <translation>Besucht</translation>
    </message>
    <message>
        <source>How the visited digits are told</source>
        <translation>Wie die besuchten Ziffern erkannt werden</translation>
    </message>
    <message>
        <source>classifier learns: %1 %</source>
        <translation>Klassifikator lernt: %1 %</translation>
    </message>
    <message>
        <source>classifier: %1 % right</source>
        <translation>Klassifikator: %1 % richtig</translation>
    </message>
    <message>
        <source>In the order of their first visit, up to the shown step. A classifier of the hidden units, trained here, told them in %1 looks, one every %2 steps; %3 looks were unsure and do not count. It is right for %4 % of the test images.</source>
        <translation>In der Reihenfolge des ersten Besuchs, bis zum gezeigten Schritt. Ein hier trainierter Klassifikator der verborgenen Einheiten nannte sie mit %1 Blicken, einem alle %2 Schritte; %3 Blicke waren unsicher und zählen nicht. Für %4 % der Testbilder hat er recht.</translation>
    </message>
</context>
<context>
    <name>rbm::ChainPictures</name>
    <message>
        <source>Visible units of chain %1</source>
        <translation>Sichtbare Einheiten von Kette %1</translation>
    </message>
    <message>
        <source>Hidden units of chain %1</source>
        <translation>Verborgene Einheiten von Kette %1</translation>
    </message>
</context>
<context>
    <name>rbm::ClassStrips</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Step %1 · %2</source>
        <translation>Schritt %1 · %2</translation>
    </message>
</context>
<context>
    <name>rbm::ColourScale</name>
    <message>
        <source>Scale of the weights</source>
        <translation>Farbskala der Gewichte</translation>
    </message>
    <message>
        <source>From −%1 to +%1</source>
        <translation>Von −%1 bis +%1</translation>
    </message>
</context>
<context>
    <name>rbm::ControlPanel</name>
    <message>
        <source>Change while it trains</source>
        <translation>Während des Trainings ändern</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation>Tempo des Trainings</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>1 update per second</source>
        <translation>1 Update pro Sekunde</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>10 updates per second</source>
        <translation>10 Updates pro Sekunde</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Flott</translation>
    </message>
    <message>
        <source>100 updates per second</source>
        <translation>100 Updates pro Sekunde</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>As fast as this computer can</source>
        <translation>So schnell dieser Rechner kann</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>restart to change</source>
        <translation>nur nach Neustart</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation>Gibbs-Schritte k</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>effective step %1</source>
        <translation>wirksamer Schritt %1</translation>
    </message>
    <message>
        <source>The run under way was begun with it: restart (Ctrl+R) to change it.</source>
        <translation>Der laufende Lauf hat damit begonnen: zum Ändern neu starten (Strg+R).</translation>
    </message>
</context>
<context>
    <name>rbm::DataSource</name>
    <message>
        <source>MNIST is not on this computer yet (about 11 MB). Until then you train on 2,500 of its digits.</source>
        <translation>MNIST ist noch nicht auf diesem Rechner (etwa 11 MB). Bis dahin wird mit 2.500 seiner Ziffern trainiert.</translation>
    </message>
    <message>
        <source>Get MNIST</source>
        <translation>MNIST holen</translation>
    </message>
    <message>
        <source>%1 Until then you train on 2,500 digits of MNIST.</source>
        <translation>%1 Bis dahin wird mit 2.500 Ziffern von MNIST trainiert.</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>A folder with IDX files (train-images-idx3-ubyte …)</source>
        <translation>Ein Ordner mit IDX-Dateien (train-images-idx3-ubyte …)</translation>
    </message>
    <message>
        <source>MNIST is here: 60,000 training and 10,000 test digits.</source>
        <translation>MNIST ist da: 60.000 Ziffern zum Trainieren und 10.000 zum Testen.</translation>
    </message>
    <message>
        <source>%1 The present run goes on with its images.</source>
        <translation>%1 Der jetzige Lauf geht mit seinen Bildern weiter.</translation>
    </message>
    <message>
        <source>Begin with MNIST</source>
        <translation>Mit MNIST beginnen</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Getting MNIST…</source>
        <translation>MNIST wird geholt …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened: %2.</source>
        <translation>Der Ordner %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Noch einmal herunterladen</translation>
    </message>
    <message>
        <source>Opened %1: %2 training and %3 test images.</source>
        <translation>%1 geöffnet: %2 Trainings- und %3 Testbilder.</translation>
    </message>
    <message>
        <source>the compiled-in digits</source>
        <translation>die eingebauten Ziffern</translation>
    </message>
    <message>
        <source>There are no images (IDX files) in %1.</source>
        <translation>In %1 sind keine Bilder (IDX-Dateien).</translation>
    </message>
</context>
<context>
    <name>rbm::DigitBrowser</name>
    <message>
        <source>Digits to pick from</source>
        <translation>Ziffern zur Auswahl</translation>
    </message>
</context>
<context>
    <name>rbm::DigitModel</name>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Image %1, a %2</source>
        <translation>Bild %1, eine %2</translation>
    </message>
</context>
<context>
    <name>rbm::DrawCanvas</name>
    <message>
        <source>Arrow keys move the cursor, Space paints.</source>
        <translation>Pfeiltasten bewegen den Cursor, die Leertaste malt.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>Row %1, column %2: %3 percent white, %4. %5</source>
        <translation>Zeile %1, Spalte %2: zu %3 Prozent weiß, %4. %5</translation>
    </message>
    <message>
        <source>Select a digit to draw on.</source>
        <translation>Eine Ziffer auswählen, um darauf zu zeichnen.</translation>
    </message>
    <message>
        <source>Clamped</source>
        <translation>Festgehalten</translation>
    </message>
</context>
<context>
    <name>rbm::DrawPanel</name>
    <message>
        <source>Draw or clamp</source>
        <translation>Malen, festhalten</translation>
    </message>
    <message>
        <source>Start of the selected chain, to draw on</source>
        <translation>Start der ausgewählten Kette, zum Zeichnen</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw (D)</source>
        <translation>Zeichnen (D)</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Erase (E)</source>
        <translation>Radieren (E)</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Clamp (C)</source>
        <translation>Festhalten (C)</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Breite des Pinsels</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Edit the picked digit: undraw</source>
        <translation>Gewählte Ziffer bearbeiten: Gezeichnetes verwerfen</translation>
    </message>
    <message>
        <source>Back to the image that was picked, to edit it</source>
        <translation>Zurück zum gewählten Bild, um es zu bearbeiten</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Start from a blank</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Every pixel may change</source>
        <translation>Jedes Pixel darf sich ändern</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>The upper half stays as it starts</source>
        <translation>Die obere Hälfte bleibt, wie sie beginnt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>The left half stays as it starts</source>
        <translation>Die linke Hälfte bleibt, wie sie beginnt</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>What you paint stays as it starts (C)</source>
        <translation>Was gemalt wird, bleibt, wie es beginnt (C)</translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>This digit</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>Changes count for the selected chain</source>
        <translation>Änderungen gelten für die ausgewählte Kette</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>What the canvas shows after a change counts for all chains</source>
        <translation>Was die Zeichenfläche nach einer Änderung zeigt, gilt für alle Ketten</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>return to the picked image</source>
        <translation>Rückkehr zum gewählten Bild</translation>
    </message>
    <message>
        <source>The chain starts from what you draw. Arrows and Space draw too.</source>
        <translation>Die Kette beginnt mit der Zeichnung. Auch Pfeil- und Leertaste zeichnen.</translation>
    </message>
    <message>
        <source>The chain starts from what is left. Arrows and Space erase too.</source>
        <translation>Die Kette beginnt mit dem Rest. Auch Pfeil- und Leertaste radieren.</translation>
    </message>
    <message>
        <source>Painted pixels stay as they start. A stroke that begins on a held one frees.</source>
        <translation>Bemalte Pixel bleiben, wie sie beginnen. Ein Strich ab einem festgehaltenen gibt frei.</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>Gezeichnetes</translation>
    </message>
    <message>
        <source>erasing</source>
        <translation>Radiertes</translation>
    </message>
    <message>
        <source>clamping</source>
        <translation>Festgehaltenes</translation>
    </message>
    <message>
        <source>unclamping</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>clamping of a half</source>
        <translation>Festhalten einer Hälfte</translation>
    </message>
</context>
<context>
    <name>rbm::ExplainPanel</name>
    <message>
        <source>Explain</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Starten: %1</translation>
    </message>
    <message>
        <source>No lesson</source>
        <translation>Keine Lektion</translation>
    </message>
</context>
<context>
    <name>rbm::ExportPanel</name>
    <message>
        <source>Real digits and samples</source>
        <translation>Echte Ziffern und Stichproben</translation>
    </message>
    <message>
        <source>The chains’ evolution</source>
        <translation>Der Weg der Ketten</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Log-likelihood of this run</source>
        <translation>Log-Likelihood dieses Laufs</translation>
    </message>
    <message>
        <source>Curves of the checked runs</source>
        <translation>Kurven der markierten Läufe</translation>
    </message>
    <message>
        <source>PNG series</source>
        <translation>PNG-Reihe</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>PNG, and a table (CSV)</source>
        <translation>PNG und eine Tabelle (CSV)</translation>
    </message>
    <message>
        <source>SVG, and a table (CSV)</source>
        <translation>SVG und eine Tabelle (CSV)</translation>
    </message>
    <message>
        <source>PDF, and a table (CSV)</source>
        <translation>PDF und eine Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Table alone (CSV)</source>
        <translation>Nur die Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 pixels for a pixel</source>
        <translation>%1 Pixel für ein Pixel</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>Graustufen</translation>
    </message>
</context>
<context>
    <name>rbm::Exporter</name>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2&#xa0;pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>A line for each check of the likelihood.</source>
        <translation>Eine Zeile für jede Messung der Likelihood.</translation>
    </message>
    <message>
        <source>Lines and text, sharp at any size; light theme.</source>
        <translation>Linien und Text, scharf in jeder Größe; helle Farben.</translation>
    </message>
    <message>
        <source>%1, light theme.</source>
        <translation>%1, helle Farben.</translation>
    </message>
    <message>
        <source>A folder of %1 pictures, from step 0 to %2, each %3.</source>
        <translation>Ein Ordner mit %1 Bildern, von Schritt 0 bis %2, jedes %3.</translation>
    </message>
    <message>
        <source>Name the new folder of pictures</source>
        <translation>Neuen Ordner für die Bilder benennen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>Pictures of the chains are being written; wait until they are there.</source>
        <translation>Bilder der Ketten werden gerade geschrieben; bitte warten, bis sie da sind.</translation>
    </message>
    <message>
        <source>Writing the chains’ evolution to %1…</source>
        <translation>Der Weg der Ketten wird nach %1 geschrieben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>A folder of pictures, from step 0 to the newest when it is saved, each %1.</source>
        <translation>Ein Ordner mit Bildern, von Schritt 0 bis zum neuesten beim Speichern, je %1.</translation>
    </message>
    <message>
        <source>The table beside the picture would replace %1. Replace it?</source>
        <translation>Die Tabelle neben dem Bild würde %1 ersetzen. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Saved %1, and its table %2.</source>
        <translation>%1 gespeichert, dazu die Tabelle %2.</translation>
    </message>
</context>
<context>
    <name>rbm::FiltersWorkspace</name>
    <message>
        <source>by index</source>
        <translation>nach Nummer</translation>
    </message>
    <message>
        <source>by strength</source>
        <translation>nach Stärke</translation>
    </message>
    <message>
        <source>by activity</source>
        <translation>nach Aktivität</translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation>nach Ähnlichkeit</translation>
    </message>
    <message>
        <source>%1 units, as numbered</source>
        <translation>%1 Einheiten, wie nummeriert</translation>
    </message>
    <message>
        <source>%1 units, strongest first</source>
        <translation>%1 Einheiten, die stärksten zuerst</translation>
    </message>
    <message>
        <source>%1 units, most active first</source>
        <translation>%1 Einheiten, die aktivsten zuerst</translation>
    </message>
    <message>
        <source>%1 units, neighbours look alike</source>
        <translation>%1 Einheiten, Nachbarn ähneln sich</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Export the filters as PNG</source>
        <translation>Filter als PNG exportieren</translation>
    </message>
    <message>
        <source>The filters appear once there are images.</source>
        <translation>Die Filter erscheinen, sobald es Bilder gibt.</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>The order of the filters</source>
        <translation>Die Reihenfolge der Filter</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>As the model numbers its hidden units</source>
        <translation>Wie das Modell seine verborgenen Einheiten nummeriert</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>By the norm of the weights, strongest first</source>
        <translation>Nach der Norm der Gewichte, die stärksten zuerst</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>By the mean activation on all training images, most active first</source>
        <translation>Nach der mittleren Aktivierung auf allen Trainingsbildern, die aktivsten zuerst</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>So that neighbours look alike: after each unit the one most like it</source>
        <translation>So, dass Nachbarn sich ähneln: nach jeder Einheit die ähnlichste</translation>
    </message>
    <message>
        <source>Pin this unit</source>
        <translation>Diese Einheit anheften</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>Unit %1, bias %2, active on %3 %, strength %4</source>
        <translation>Einheit %1, Bias %2, aktiv bei %3 %, Stärke %4</translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation>%1, abgeschaltet</translation>
    </message>
    <message>
        <source>Arrow keys choose a unit, Enter pins it</source>
        <translation>Pfeiltasten wählen eine Einheit, die Eingabetaste heftet sie an</translation>
    </message>
    <message>
        <source>%1 units, sorting…</source>
        <translation>%1 Einheiten, wird sortiert …</translation>
    </message>
    <message>
        <source>, as of epoch %1</source>
        <translation>, Stand von Epoche %1</translation>
    </message>
</context>
<context>
    <name>rbm::GibbsControls</name>
    <message>
        <source>Choose start images</source>
        <translation>Startbilder wählen</translation>
    </message>
    <message>
        <source>Run the chain</source>
        <translation>Kette laufen lassen</translation>
    </message>
    <message>
        <source>steps per second</source>
        <translation>Schritte je Sekunde</translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation>Ziffer %1</translation>
    </message>
    <message>
        <source>Start from digits %1</source>
        <translation>Mit Ziffern %1 beginnen</translation>
    </message>
    <message>
        <source>These images have no labels</source>
        <translation>Diese Bilder tragen keine Namen der Klassen</translation>
    </message>
    <message>
        <source>Start images</source>
        <translation>Startbilder</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>Nach Klasse</translation>
    </message>
    <message>
        <source>Classes take turns, in columns</source>
        <translation>Die Klassen wechseln sich ab, spaltenweise</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Any digit of the chosen classes</source>
        <translation>Beliebige Ziffern der gewählten Klassen</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Each pixel black or white, by chance</source>
        <translation>Jedes Pixel nach Zufall schwarz oder weiß</translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation>Andere Ziffern</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Choose the selected chain&apos;s digit</source>
        <translation>Ziffer der ausgewählten Kette wählen</translation>
    </message>
    <message>
        <source>Click the digit that the selected chain shall start from.</source>
        <translation>Die Ziffer anklicken, mit der die ausgewählte Kette beginnen soll.</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>Schritte pro Sekunde</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Umschalt+F5</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>One step (Shift+F10)</source>
        <translation>Ein Schritt (Umschalt+F10)</translation>
    </message>
    <message>
        <source>Back to the start images</source>
        <translation>Zurück zu den Startbildern</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
</context>
<context>
    <name>rbm::GibbsWorkspace</name>
    <message>
        <source>Pick other digits</source>
        <translation>Andere Ziffern</translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation>Echte Ziffern</translation>
    </message>
    <message>
        <source>Grid size</source>
        <translation>Größe des Rasters</translation>
    </message>
    <message>
        <source>%1 x %1 chains</source>
        <translation>%1 × %1 Ketten</translation>
    </message>
    <message>
        <source>Model samples</source>
        <translation>Stichproben des Modells</translation>
    </message>
    <message>
        <source>Export both grids, or the chains’ evolution, as PNG (Ctrl+E)</source>
        <translation>Beide Raster oder den Weg der Ketten als PNG exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Pick digits, then run the chain.</source>
        <translation>Ziffern wählen, dann die Kette laufen lassen.</translation>
    </message>
    <message>
        <source>Start of chain %1</source>
        <translation>Start von Kette %1</translation>
    </message>
    <message>
        <source>Chain %1, step %2</source>
        <translation>Kette %1, Schritt %2</translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation>%1, festgehalten</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>choice of a digit</source>
        <translation>Wahl einer Ziffer</translation>
    </message>
    <message>
        <source>each pixel by chance</source>
        <translation>jedes Pixel nach Zufall</translation>
    </message>
    <message>
        <source>%1, test images</source>
        <translation>%1, Testbilder</translation>
    </message>
    <message>
        <source>%1, %2 drawn</source>
        <translation>%1, %2 gezeichnet</translation>
    </message>
    <message numerus="yes">
        <source>after %Ln Gibbs step(s)</source>
        <translation>
            <numerusform>nach %Ln Gibbs-Schritt</numerusform>
            <numerusform>nach %Ln Gibbs-Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Real digits beside the chains that start from them</source>
        <translation>Echte Ziffern neben den Ketten, die bei ihnen beginnen</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Plain chains beside tempered ones</source>
        <translation>Einfache Ketten neben getemperten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>rbm::GradientPage</name>
    <message>
        <source>Statistics of the model</source>
        <translation>Statistik des Modells</translation>
    </message>
    <message>
        <source>Statistics of the data</source>
        <translation>Statistik der Daten</translation>
    </message>
    <message>
        <source>Gradient: model less data</source>
        <translation>Gradient: Modell minus Daten</translation>
    </message>
    <message>
        <source>&lt;i&gt;g&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt; = ⟨%1⟩&lt;sub&gt;model&lt;/sub&gt; − ⟨%1⟩&lt;sub&gt;data&lt;/sub&gt;</source>
        <translation>&lt;i&gt;g&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt; = ⟨%1⟩&lt;sub&gt;Modell&lt;/sub&gt; − ⟨%1⟩&lt;sub&gt;Daten&lt;/sub&gt;</translation>
    </message>
    <message>
        <source>one chain</source>
        <translation>einer Kette</translation>
    </message>
    <message>
        <source>%1 chains</source>
        <translation>%1 Ketten</translation>
    </message>
    <message>
        <source>one image</source>
        <translation>einem Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bildern</translation>
    </message>
    <message>
        <source>Centred: pixels count from their mean &lt;i&gt;μ&lt;/i&gt; in the data, units from their running mean &lt;i&gt;λ&lt;/i&gt;.</source>
        <translation>Zentriert: Pixel zählen ab ihrem Mittel &lt;i&gt;μ&lt;/i&gt; in den Daten, Einheiten ab ihrem laufenden Mittel &lt;i&gt;λ&lt;/i&gt;.</translation>
    </message>
    <message>
        <source>Weight decay joins in the step.</source>
        <translation>Die Gewichtsabnahme kommt beim Schritt hinzu.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Unit %1 is on in &lt;b&gt;%2&lt;/b&gt; of the chains and answers &lt;b&gt;%3&lt;/b&gt; to the images on average.</source>
        <translation>Einheit %1 ist in &lt;b&gt;%2&lt;/b&gt; der Ketten an und antwortet auf die Bilder im Mittel mit &lt;b&gt;%3&lt;/b&gt;.</translation>
    </message>
    <message>
        <source>How often pixel and unit are on together: in %1 after the last step (negative phase), minus how often in %2 (positive phase). Blue will push weights down, orange up.</source>
        <translation>Wie oft Pixel und Einheit zusammen an sind: in %1 nach dem letzten Schritt (negative Phase) minus in %2 (positive Phase). Blau wird Gewichte senken, Orange heben.</translation>
    </message>
</context>
<context>
    <name>rbm::HonestyExplanation</name>
    <message>
        <source>Why a likelihood can be too good to be true</source>
        <translation>Warum eine Likelihood zu schön sein kann, um wahr zu sein</translation>
    </message>
    <message>
        <source>A log-likelihood needs log Z, the sum over all states of the model. Here it is estimated by runs that anneal from a simple model to this one.</source>
        <translation>Eine Log-Likelihood braucht log Z, den Logarithmus der Zustandssumme über alle Zustände des Modells. Hier schätzen ihn Läufe, die sich von einem einfachen Modell aus schrittweise zu diesem abkühlen (Annealing).</translation>
    </message>
    <message>
        <source>&lt;b&gt;Forward&lt;/b&gt; runs find log Z too low on average, so the likelihood looks too good. That needs no assumption. The fewer temperatures, the further off.</source>
        <translation>&lt;b&gt;Vorwärtsläufe&lt;/b&gt; finden log Z im Mittel zu niedrig, also sieht die Likelihood zu gut aus. Das gilt ohne jede Annahme. Je weniger Temperaturen, desto weiter daneben.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Reverse&lt;/b&gt; runs go back from the model’s own states and find log Z too high on average, so the likelihood looks too bad. That assumes that they start in equilibrium: from chains that miss a mode it can be too low as well.</source>
        <translation>&lt;b&gt;Rückwärtsläufe&lt;/b&gt; gehen von eigenen Zuständen des Modells zurück und finden log Z im Mittel zu hoch, also sieht die Likelihood zu schlecht aus. Das setzt voraus, dass sie im Gleichgewicht beginnen: Verfehlen die Ketten einen Modus, kann auch dieser Wert zu niedrig sein.</translation>
    </message>
    <message>
        <source>On average the two bracket the truth. Where they agree and many runs carry the weight, that is strong evidence, not proof.</source>
        <translation>Im Mittel nehmen beide die Wahrheit in die Zange. Wo sie übereinstimmen und viele Läufe das Gewicht tragen, ist das ein starkes Indiz, kein Beweis.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>rbm::HonestyMeter</name>
    <message>
        <source>Honesty meter</source>
        <translation>Ehrlichkeitsmesser</translation>
    </message>
    <message>
        <source>Nothing was measured yet. The first check follows the first epoch; “Measure likelihood now” in the Train menu does one at once.</source>
        <translation>Noch wurde nichts gemessen. Die erste Messung folgt auf die erste Epoche; „Likelihood jetzt messen“ im Menü „Training“ misst sofort.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation>Effektive Stichprobe</translation>
    </message>
    <message>
        <source>3 sigma, test</source>
        <translation>3 Sigma, Test</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Why a likelihood can be too good to be true</source>
        <translation>Warum eine Likelihood zu schön sein kann, um wahr zu sein</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>ESS</source>
        <translation>ESS</translation>
    </message>
</context>
<context>
    <name>rbm::LadderView</name>
    <message>
        <source>Inverse temperature %1</source>
        <translation>Inverse Temperatur %1</translation>
    </message>
    <message>
        <source>: walker %1 is here</source>
        <translation>: Wanderer %1 ist hier</translation>
    </message>
    <message>
        <source>. It swaps with the rung below in %1 % of the turns</source>
        <translation>. Tauscht mit der Sprosse darunter in %1 % der Runden</translation>
    </message>
    <message>
        <source>swaps</source>
        <translation>Tausch</translation>
    </message>
    <message>
        <source>the walkers’ way, last %1 steps</source>
        <translation>Weg der Wanderer, letzte %1 Schritte</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>rbm::LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
</context>
<context>
    <name>rbm::LessonGuide</name>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Goes on by itself %1.</source>
        <translation>Geht von selbst weiter, %1.</translation>
    </message>
</context>
<context>
    <name>rbm::LikelihoodPlot</name>
    <message>
        <source>Log-likelihood by epoch</source>
        <translation>Log-Likelihood nach Epochen</translation>
    </message>
</context>
<context>
    <name>rbm::LikelihoodSettings</name>
    <message>
        <source>%1st</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1th</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>A check takes %1 s; every epoch is measured.</source>
        <translation>Eine Messung dauert %1 s; jede Epoche wird gemessen.</translation>
    </message>
    <message>
        <source>A check takes %1 s; every %2 epoch is measured so that it takes at most a fifth of the time.</source>
        <translation>Eine Messung dauert %1 s; jede %2 Epoche wird gemessen, damit höchstens ein Fünftel der Zeit darauf verwendet wird.</translation>
    </message>
    <message>
        <source>Likelihood check, seconds</source>
        <translation>Likelihood-Messung, Sekunden</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Likelihood check</source>
        <translation>Likelihood-Messung</translation>
    </message>
</context>
<context>
    <name>rbm::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>what happened since the start, the newest last</source>
        <translation>was seit dem Start geschah, das Neueste zuletzt</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
</context>
<context>
    <name>rbm::LogWriter</name>
    <message>
        <source>epoch %1, update %2</source>
        <translation>Epoche %1, Update %2</translation>
    </message>
    <message>
        <source>the averaged model</source>
        <translation>des gemittelten Modells</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>von Epoche %1</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>RBM Explorer %1 was started.</source>
        <translation>RBM Explorer %1 ist gestartet.</translation>
    </message>
    <message>
        <source>They come from the folder %1.</source>
        <translation>Sie stammen aus dem Ordner %1.</translation>
    </message>
    <message>
        <source>Opened %1 at %2: %3.</source>
        <translation>%1 geöffnet, %2: %3.</translation>
    </message>
    <message>
        <source>Kept %1 at %2.</source>
        <translation>%1 aufbewahrt, %2.</translation>
    </message>
    <message>
        <source>the run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Images: %1, %2 to train on and %3 to test with, %4 × %5 pixels.</source>
        <translation>Bilder: %1, %2 zum Trainieren und %3 zum Testen, %4 × %5 Pixel.</translation>
    </message>
    <message>
        <source>Computing with %1: %2.</source>
        <translation>Gerechnet wird mit %1: %2.</translation>
    </message>
    <message>
        <source>CUDA cannot be used: %1.</source>
        <translation>CUDA lässt sich nicht nutzen: %1.</translation>
    </message>
    <message>
        <source>A trained model is on show, to look at: Train begins a run of your own.</source>
        <translation>Ein fertiges Modell ist zu sehen, zum Anschauen: „Trainieren“ beginnt einen eigenen Lauf.</translation>
    </message>
    <message>
        <source>Back at the start, with a model that has learnt nothing yet.</source>
        <translation>Zurück am Anfang, mit einem Modell, das noch nichts gelernt hat.</translation>
    </message>
    <message>
        <source>Began %1: %2.</source>
        <translation>%1 begonnen: %2.</translation>
    </message>
    <message>
        <source>Changed at update %1: %2.</source>
        <translation>Geändert ab Update %1: %2.</translation>
    </message>
    <message>
        <source>Training from %1.</source>
        <translation>Training ab %1.</translation>
    </message>
    <message>
        <source>Paused at %1.</source>
        <translation>Pausiert bei %1.</translation>
    </message>
    <message>
        <source>Finished at %1.</source>
        <translation>Beendet bei %1.</translation>
    </message>
    <message>
        <source>Stopped at %1.</source>
        <translation>Angehalten bei %1.</translation>
    </message>
    <message>
        <source>Likelihood of %1, nats per test image: gray %2, sampled %3. %4: %5</source>
        <translation>Likelihood %1, Nats je Testbild: grau %2, gezogen %3. %4: %5</translation>
    </message>
    <message>
        <source>“%1” was chosen.</source>
        <translation>„%1“ gewählt.</translation>
    </message>
    <message>
        <source>learning rate %1 → %2</source>
        <translation>Lernrate %1 → %2</translation>
    </message>
    <message>
        <source>momentum %1 → %2</source>
        <translation>Trägheit %1 → %2</translation>
    </message>
    <message>
        <source>epochs planned %1 → %2</source>
        <translation>geplante Epochen %1 → %2</translation>
    </message>
</context>
<context>
    <name>rbm::MainWindow</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>RBM Explorer</source>
        <translation>RBM Explorer</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Gibbs explorer</source>
        <translation>Gibbs-Explorer</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Bedienung</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation>Geöffnet: %1.</translation>
    </message>
    <message>
        <source>Measure likelihood</source>
        <translation>Likelihood messen</translation>
    </message>
    <message>
        <source>rate %1, momentum %2</source>
        <translation>Rate %1, Trägheit %2</translation>
    </message>
    <message>
        <source>Restart and lose the training since the last save?</source>
        <translation>Neu starten und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>epoch %1, update %2</source>
        <translation>Epoche %1, Update %2</translation>
    </message>
    <message>
        <source>Opening the images…</source>
        <translation>Die Bilder werden geöffnet …</translation>
    </message>
    <message>
        <source>Ready to train on %1.</source>
        <translation>Bereit zum Training mit %1.</translation>
    </message>
    <message>
        <source>Training: %1.</source>
        <translation>Training läuft: %1.</translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation>Pausiert: %1.</translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation>Beendet: %1.</translation>
    </message>
    <message>
        <source> The saved model is averaged.</source>
        <translation> Das gespeicherte Modell ist gemittelt.</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>Angehalten: %1.</translation>
    </message>
    <message>
        <source> Checking the likelihood, %1 %.</source>
        <translation> Likelihood wird gemessen, %1 %.</translation>
    </message>
    <message>
        <source> Next likelihood check in %1.</source>
        <translation> Nächste Likelihood-Messung in %1.</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Close and lose the training since the last save?</source>
        <translation>Schließen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Ein Update</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Measure likelihood now</source>
        <translation>Likelihood jetzt messen</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation>Modell speichern …</translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation>Diese Ansicht exportieren …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Get MNIST</source>
        <translation>MNIST holen</translation>
    </message>
    <message>
        <source>Open data folder…</source>
        <translation>Datenordner öffnen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>Learning rate 10 % higher</source>
        <translation>Lernrate 10 % höher</translation>
    </message>
    <message>
        <source>Learning rate 10 % lower</source>
        <translation>Lernrate 10 % niedriger</translation>
    </message>
    <message>
        <source>&amp;Chain</source>
        <translation>&amp;Kette</translation>
    </message>
    <message>
        <source>Run or pause the chain</source>
        <translation>Kette laufen lassen oder anhalten</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation>Andere Ziffern</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About RBM Explorer</source>
        <translation>Über RBM Explorer</translation>
    </message>
    <message>
        <source>&lt;b&gt;RBM Explorer %1&lt;/b&gt;&lt;p&gt;Watch a restricted Boltzmann machine learn: binary units, trained by persistent contrastive divergence.&lt;/p&gt;&lt;p&gt;The log-likelihood is estimated by annealed importance sampling from both sides, with a verdict whether it may be quoted. The dotted line is the estimate with ten temperatures of the example that this program grew out of: far too few.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;RBM Explorer %1&lt;/b&gt;&lt;p&gt;Zusehen, wie eine eingeschränkte Boltzmann-Maschine lernt: binäre Einheiten, trainiert mit Persistent Contrastive Divergence.&lt;/p&gt;&lt;p&gt;Die Log-Likelihood wird durch Annealed Importance Sampling von beiden Seiten geschätzt, mit einem Urteil, ob sie sich zitieren lässt. Die gepunktete Linie ist die Schätzung mit zehn Temperaturen aus dem Beispiel, aus dem dieses Programm hervorging: viel zu wenige.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation>Über Qt</translation>
    </message>
    <message>
        <source>Start anew with another preset and lose the training since the last save?</source>
        <translation>Mit einer anderen Voreinstellung neu beginnen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>Open another model and lose the training since the last save?</source>
        <translation>Ein anderes Modell öffnen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>Open a model or checkpoint</source>
        <translation>Modell oder Zwischenstand öffnen</translation>
    </message>
    <message>
        <source>Models and shared runs (*.safetensors *.rbmx);;All files (*)</source>
        <translation>Modelle und geteilte Läufe (*.safetensors *.rbmx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Checkpoint, to go on exactly from here (*.safetensors)</source>
        <translation>Zwischenstand, um genau hier weiterzumachen (*.safetensors)</translation>
    </message>
    <message>
        <source>Model (*.safetensors)</source>
        <translation>Modell (*.safetensors)</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>Modell speichern</translation>
    </message>
    <message>
        <source>The GPU stopped at update %1. Your model is safe up to update %2.</source>
        <translation>Die Grafikkarte hat bei Update %1 aufgehört. Bis Update %2 ist das Modell sicher.</translation>
    </message>
    <message>
        <source>Continue on CPU</source>
        <translation>Auf der CPU weitermachen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>the bundled model, 40 epochs of the preset Fast</source>
        <translation>das mitgelieferte Modell, 40 Epochen der Voreinstellung „Schnell“</translation>
    </message>
    <message>
        <source>Keep this curve to compare</source>
        <translation>Diese Kurve zum Vergleich behalten</translation>
    </message>
    <message>
        <source>earlier run, k = %1, rate %2</source>
        <translation>früherer Lauf, k = %1, Rate %2</translation>
    </message>
    <message>
        <source>Forget kept curves</source>
        <translation>Behaltene Kurven vergessen</translation>
    </message>
    <message>
        <source>Restart to see the window at %1 %.</source>
        <translation>Neu starten, um das Fenster mit %1 % zu sehen.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu starten</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>Aufbewahrt %1</translation>
    </message>
    <message>
        <source>Open another run and lose the training since the last save?</source>
        <translation>Einen anderen Lauf öffnen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>%1 is the current run.</source>
        <translation>%1 ist jetzt der aktuelle Lauf.</translation>
    </message>
    <message>
        <source>“%1” is kept: see Runs (Ctrl+4).</source>
        <translation>„%1“ ist aufbewahrt: siehe Läufe (Strg+4).</translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation>„%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Deleted %1 runs.</source>
        <translation>%1 Läufe sind gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Save for sharing…</source>
        <translation>Zum Teilen speichern …</translation>
    </message>
    <message>
        <source>One file with settings, seed, changes of the controls and model</source>
        <translation>Eine Datei mit Einstellungen, Startwert, Änderungen der Regler und Modell</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Copy settings as command</source>
        <translation>Einstellungen als Befehl kopieren</translation>
    </message>
    <message>
        <source>Save controls…</source>
        <translation>Regler speichern …</translation>
    </message>
    <message>
        <source>A table of all changes of learning rate and momentum, with which rbm train repeats this run</source>
        <translation>Eine Tabelle aller Änderungen von Lernrate und Trägheit, mit der rbm train diesen Lauf wiederholt</translation>
    </message>
    <message>
        <source>%1 is no longer there; it was removed from the recent files.</source>
        <translation>%1 ist nicht mehr da und wurde aus der Liste entfernt.</translation>
    </message>
    <message>
        <source>Open %1 and lose the training since the last save?</source>
        <translation>%1 öffnen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>%1 is open, but it was trained on %2, and the present images are %3.</source>
        <translation>%1 ist offen, wurde aber mit %2 trainiert, und die jetzigen Bilder sind %3.</translation>
    </message>
    <message>
        <source>Open its folder…</source>
        <translation>Den Ordner dazu öffnen …</translation>
    </message>
    <message>
        <source>Save for sharing</source>
        <translation>Zum Teilen speichern</translation>
    </message>
    <message>
        <source>Shared runs (*.rbmx)</source>
        <translation>Geteilte Läufe (*.rbmx)</translation>
    </message>
    <message>
        <source>Saved %1: who opens it goes on exactly from here.</source>
        <translation>%1 ist gespeichert: Wer die Datei öffnet, macht genau hier weiter.</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Copied the settings. No command repeats this run, as it began from a model and not from a random start.</source>
        <translation>Die Einstellungen sind kopiert. Kein Befehl wiederholt diesen Lauf, denn er begann mit einem Modell und nicht mit einem zufälligen Start.</translation>
    </message>
    <message>
        <source>Copied the settings, but controls were moved while this run trained. With a file of these changes the command repeats the run exactly.</source>
        <translation>Die Einstellungen sind kopiert, aber während dieses Laufs wurden Regler bewegt. Mit einer Datei dieser Änderungen wiederholt der Befehl den Lauf genau.</translation>
    </message>
    <message>
        <source>This run began from a model, so that its changes are not known from the start.</source>
        <translation>Dieser Lauf begann mit einem Modell, daher sind seine Änderungen nicht von Anfang an bekannt.</translation>
    </message>
    <message>
        <source>Save the changes of the controls</source>
        <translation>Änderungen der Regler speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Saved %1. The command that repeats this run is on the clipboard: %2</source>
        <translation>%1 ist gespeichert. Der Befehl, der diesen Lauf wiederholt, liegt in der Zwischenablage: %2</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause (Ctrl+F10)</source>
        <translation>Bis zum Ende der Epoche trainieren, dann pausieren (Strg+F10)</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
    <message>
        <source>Slow motion: one update in its parts (F9)</source>
        <translation>Zeitlupe: ein Update in seinen Teilen (F9)</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>No pulses around filters that change</source>
        <translation>Kein Pulsieren um Filter, die sich ändern</translation>
    </message>
    <message>
        <source>On show: %1. Train begins a run of your own.</source>
        <translation>Zu sehen: %1. „Trainieren“ beginnt einen eigenen Lauf.</translation>
    </message>
    <message>
        <source>Earlier runs in the plot</source>
        <translation>Frühere Läufe in der Grafik</translation>
    </message>
    <message>
        <source>The newest three of the other runs that are checked in Runs, dashed</source>
        <translation>Die neuesten drei der anderen Läufe, die unter „Läufe“ markiert sind, gestrichelt</translation>
    </message>
    <message>
        <source>%1 The current model is unchanged.</source>
        <translation>%1 Das jetzige Modell ist unverändert.</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Andere Datei wählen</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Go back one epoch</source>
        <translation>Eine Epoche zurück</translation>
    </message>
    <message>
        <source>The run is one epoch further back. Lower the learning rate, then go on.</source>
        <translation>Der Lauf steht eine Epoche früher. Die Lernrate senken, dann weitermachen.</translation>
    </message>
    <message>
        <source>Lower rate</source>
        <translation>Lernrate senken</translation>
    </message>
    <message>
        <source>The learning rate is %1 now. Go on with Resume, or lower it further.</source>
        <translation>Die Lernrate ist jetzt %1. Mit „Fortsetzen“ weitermachen, oder sie noch einmal senken.</translation>
    </message>
    <message>
        <source>No usable CUDA device; training uses the CPU.</source>
        <translation>Kein brauchbares CUDA-Gerät; trainiert wird auf der CPU.</translation>
    </message>
    <message>
        <source>%1 The reason: %2.</source>
        <translation>%1 Der Grund: %2.</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Woanders speichern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln line(s) of the log.</source>
        <translation>
            <numerusform>%Ln Zeile des Protokolls kopiert.</numerusform>
            <numerusform>%Ln Zeilen des Protokolls kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop to open %1.</source>
        <translation>Loslassen, um %1 zu öffnen.</translation>
    </message>
    <message>
        <source>The weights have grown so large that the chains are several times as slow from here on: those of one unit add up to more than 512. At a lower rate they grow less.</source>
        <translation>Die Gewichte sind so groß geworden, dass die Ketten von hier an um ein Mehrfaches langsamer laufen: Die einer Einheit ergeben zusammen mehr als 512. Mit kleinerer Lernrate wachsen sie weniger.</translation>
    </message>
    <message>
        <source>Open the compiled-in digits</source>
        <translation>Eingebaute Ziffern öffnen</translation>
    </message>
</context>
<context>
    <name>rbm::MainWindow::Teaching</name>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Lessons and explanations</source>
        <translation>Lektionen und Erklärungen</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Hilfe (F1)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>Open the bundled model</source>
        <translation>Mitgeliefertes Modell öffnen</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Den Rundgang machen</translation>
    </message>
    <message>
        <source>New here? Five callouts show what there is to see; the Help menu has them later, too.</source>
        <translation>Neu hier? Fünf Hinweise zeigen, was es zu sehen gibt; im Menü „Hilfe“ stehen sie auch später.</translation>
    </message>
    <message>
        <source>Start the lesson&apos;s run and lose the training since the last save?</source>
        <translation>Den Lauf der Lektion starten und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
    <message>
        <source>Open the bundled model and lose the training since the last save?</source>
        <translation>Das mitgelieferte Modell öffnen und das Training seit dem letzten Speichern verlieren?</translation>
    </message>
</context>
<context>
    <name>rbm::MixingControls</name>
    <message>
        <source>untrained</source>
        <translation>untrainiert</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>Compare mixing</source>
        <translation>Mischen vergleichen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Repliken</translation>
    </message>
    <message>
        <source>Chosen chain</source>
        <translation>Gewählte Kette</translation>
    </message>
    <message>
        <source>Start of the chosen chain</source>
        <translation>Start der gewählten Kette</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation>Umschalt+F5</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Begin again, with the newest model</source>
        <translation>Von vorn, mit dem neuesten Modell</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation>Schritte pro Sekunde</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>learns: %1 %</source>
        <translation>lernt: %1 %</translation>
    </message>
</context>
<context>
    <name>rbm::MixingPage</name>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Plain Gibbs sampling</source>
        <translation>Einfaches Gibbs-Sampling</translation>
    </message>
    <message>
        <source>Class balance</source>
        <translation>Anteile der Klassen</translation>
    </message>
    <message>
        <source>Parallel tempering</source>
        <translation>Paralleles Tempern</translation>
    </message>
    <message>
        <source>Classes on the way</source>
        <translation>Klassen unterwegs</translation>
    </message>
    <message>
        <source>The chosen chain now</source>
        <translation>Die gewählte Kette jetzt</translation>
    </message>
    <message>
        <source>Class changes, this chain</source>
        <translation>Wechsel dieser Kette</translation>
    </message>
    <message>
        <source>Mean of all chains</source>
        <translation>Mittel aller Ketten</translation>
    </message>
    <message>
        <source>Never changed</source>
        <translation>Nie gewechselt</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>Rundreisen</translation>
    </message>
    <message>
        <source>Ladder of temperatures</source>
        <translation>Leiter der Temperaturen</translation>
    </message>
    <message>
        <source>in colour: walker %1, click on another to follow it</source>
        <translation>farbig: Wanderer %1; ein Klick verfolgt einen anderen</translation>
    </message>
    <message>
        <source>Press Start: from the same images, plain chains and tempered ones walk 3,000 steps.</source>
        <translation>Auf Start drücken: Von denselben Bildern gehen einfache und getemperte Ketten 3.000 Schritte.</translation>
    </message>
    <message>
        <source>First a classifier learns to tell digits by the hidden units.</source>
        <translation>Erst lernt ein Klassifikator, Ziffern an den verborgenen Einheiten zu erkennen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 replicas</source>
        <translation>%1 Repliken</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 Wechsel</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 Wechsel</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>tempered</source>
        <translation>getempert</translation>
    </message>
    <message>
        <source>chain %1, looked at every %2 steps; gaps: no class is sure</source>
        <translation>Kette %1, alle %2 Schritte ein Blick; Lücken: keine Klasse sicher</translation>
    </message>
    <message>
        <source>?</source>
        <comment>looks of no sure class</comment>
        <translation>?</translation>
    </message>
    <message>
        <source>all looks at all chains; ?: unsure</source>
        <translation>alle Blicke auf alle Ketten; ?: unsicher</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>rbm::MnistDownload</name>
    <message>
        <source>the server %1 closed the connection before %2 was complete. Nothing was changed; try again.</source>
        <translation>Der Server %1 hat die Verbindung geschlossen, bevor %2 vollständig war. Nichts wurde geändert; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the server %1 sends requests for %2 on to other places, too often or unsafely. Nothing was changed; try again later.</source>
        <translation>Der Server %1 schickt Anfragen nach %2 an andere Stellen weiter, zu oft oder unsicher. Nichts wurde geändert; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the server %1 does not give %2 (HTTP %3). Nothing was changed; try again later.</source>
        <translation>Der Server %1 gibt %2 nicht heraus (HTTP %3). Nichts wurde geändert; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the server %1 cannot be reached (%2). Nothing was changed; check the network and try again.</source>
        <translation>Der Server %1 ist nicht erreichbar (%2). Nichts wurde geändert; bitte das Netz prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The download of MNIST was cancelled. Nothing was changed.</source>
        <translation>Das Holen von MNIST wurde abgebrochen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>no server to get it from is named. Nothing was changed; name one.</source>
        <translation>Kein Server ist genannt, von dem es zu holen wäre. Nichts wurde geändert; bitte einen nennen.</translation>
    </message>
    <message>
        <source>Could not download MNIST: %1</source>
        <translation>MNIST ließ sich nicht holen: %1</translation>
    </message>
    <message>
        <source>the server %1 sent nothing of %2 for %3 seconds. Nothing was changed; check the network and try again.</source>
        <translation>Der Server %1 hat %3 Sekunden lang nichts von %2 geschickt. Nichts wurde geändert; bitte das Netz prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>the server %1 sends more than %2 bytes as %3, which is too much. Nothing was changed; try again later.</source>
        <translation>Der Server %1 schickt mehr als %2 Bytes als %3, und das ist zu viel. Nichts wurde geändert; bitte später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is no address of a server that can be trusted, which begins with https:// (http:// only on this computer itself). Nothing was changed; name another.</source>
        <translation>%1 ist keine Adresse eines Servers, dem zu trauen ist: Sie beginnt mit https:// (http:// nur auf diesem Rechner selbst). Nichts wurde geändert; bitte eine andere nennen.</translation>
    </message>
</context>
<context>
    <name>rbm::MonitorsSection</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <translation>Rekonstruktionsfehler</translation>
    </message>
    <message>
        <source>Free-energy gap</source>
        <translation>Lücke der freien Energie</translation>
    </message>
    <message>
        <source> nats</source>
        <translation> Nats</translation>
    </message>
    <message>
        <source>Hidden activity</source>
        <translation>Aktivität der Einheiten</translation>
    </message>
    <message>
        <source>Pixel flips</source>
        <translation>Pixelwechsel</translation>
    </message>
    <message>
        <source>Hidden flips</source>
        <translation>Einheitenwechsel</translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation>Norm der Gewichte</translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation>Größtes Gewicht</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Norm des Gradienten</translation>
    </message>
    <message>
        <source>infinite</source>
        <translation>unendlich</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>Messwerte</translation>
    </message>
</context>
<context>
    <name>rbm::NegativePage</name>
    <message>
        <source>Step of the chains</source>
        <translation>Schritt der Ketten</translation>
    </message>
    <message>
        <source>Visible states of the chosen chain after each step</source>
        <translation>Sichtbare Zustände der gewählten Kette nach jedem Schritt</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Negative phase: the persistent chains go on from where the last update left them.</source>
        <translation>Negative Phase: Die persistenten Ketten gehen dort weiter, wo das letzte Update sie verlassen hat.</translation>
    </message>
    <message>
        <source>Negative phase of CD: the chains start at the mini-batch, with hidden units drawn from it.</source>
        <translation>Negative Phase von CD: Die Ketten beginnen beim Mini-Batch, mit daraus gezogenen verborgenen Einheiten.</translation>
    </message>
    <message>
        <source>Negative phase: the chains at temperature 1, after some of them swapped states with their hotter replicas.</source>
        <translation>Negative Phase: die Ketten bei Temperatur 1, nachdem einige von ihnen Zustände mit ihren heißeren Repliken getauscht haben.</translation>
    </message>
    <message>
        <source>Negative phase: the persistent chains begin with all units off.</source>
        <translation>Negative Phase: Die persistenten Ketten beginnen mit lauter ausgeschalteten Einheiten.</translation>
    </message>
    <message>
        <source>The one Gibbs step draws all visible, then all hidden units.</source>
        <translation>Der eine Gibbs-Schritt zieht erst alle sichtbaren, dann alle verborgenen Einheiten.</translation>
    </message>
    <message>
        <source>Each of the %1 Gibbs steps draws all visible, then all hidden units.</source>
        <translation>Jeder der %1 Gibbs-Schritte zieht erst alle sichtbaren, dann alle verborgenen Einheiten.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Die ersten %1 werden gezeigt.</translation>
    </message>
    <message>
        <source>&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;h&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;b&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;j&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;W&lt;sub&gt;ij&lt;/sub&gt; h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation>&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;h&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;b&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;j&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;W&lt;sub&gt;ij&lt;/sub&gt; h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt;)</translation>
    </message>
    <message>
        <source>&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation>&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</translation>
    </message>
    <message>
        <source>Visible units &lt;b&gt;v&lt;/b&gt;, just drawn</source>
        <translation>Sichtbare Einheiten &lt;b&gt;v&lt;/b&gt;, eben gezogen</translation>
    </message>
    <message>
        <source>Visible units &lt;b&gt;v&lt;/b&gt;</source>
        <translation>Sichtbare Einheiten &lt;b&gt;v&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Hidden units &lt;b&gt;h&lt;/b&gt;, just drawn</source>
        <translation>Verborgene Einheiten &lt;b&gt;h&lt;/b&gt;, eben gezogen</translation>
    </message>
    <message>
        <source>Hidden units &lt;b&gt;h&lt;/b&gt;</source>
        <translation>Verborgene Einheiten &lt;b&gt;h&lt;/b&gt;</translation>
    </message>
    <message>
        <source>step %1 of %2: v</source>
        <translation>Schritt %1 von %2: v</translation>
    </message>
    <message>
        <source>step %1 of %2: h</source>
        <translation>Schritt %1 von %2: h</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Chain %1 at the start and after each step; click a picture to go there.</source>
        <translation>Kette %1 am Start und nach jedem Schritt; ein Klick auf ein Bild führt dorthin.</translation>
    </message>
    <message>
        <source>Negative phase of fast PCD: the persistent chains see the weights with fast ones added, which push them on.</source>
        <translation>Negative Phase des schnellen PCD: Die persistenten Ketten sehen die Gewichte mit den schnellen dazu, die sie weiterschieben.</translation>
    </message>
</context>
<context>
    <name>rbm::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>rbm::PositivePage</name>
    <message>
        <source>Images of the mini-batch</source>
        <translation>Bilder des Mini-Batch</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Probabilities of all hidden units for the chosen image</source>
        <translation>Wahrscheinlichkeiten aller verborgenen Einheiten für das gewählte Bild</translation>
    </message>
    <message>
        <source>Probabilities of all hidden units for all images</source>
        <translation>Wahrscheinlichkeiten aller verborgenen Einheiten für alle Bilder</translation>
    </message>
    <message>
        <source>&lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;&lt;sub&gt;data&lt;/sub&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation>&lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;&lt;sub&gt;Daten&lt;/sub&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</translation>
    </message>
    <message>
        <source>Positive phase: the image of this mini-batch is put on the visible units, and every hidden unit answers with a probability.</source>
        <translation>Positive Phase: Das Bild dieses Mini-Batch wird auf die sichtbaren Einheiten gelegt, und jede verborgene Einheit antwortet mit einer Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>Positive phase: each of the %1 images of this mini-batch is put on the visible units, and every hidden unit answers with a probability.</source>
        <translation>Positive Phase: Jedes der %1 Bilder dieses Mini-Batch wird auf die sichtbaren Einheiten gelegt, und jede verborgene Einheit antwortet mit einer Wahrscheinlichkeit.</translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation>Die ersten %1 werden gezeigt.</translation>
    </message>
    <message>
        <source>All images: one row each</source>
        <translation>Alle Bilder: je eine Zeile</translation>
    </message>
    <message>
        <source>Image %1: all %2 hidden units, from 0 to 1</source>
        <translation>Bild %1: alle %2 verborgenen Einheiten, von 0 bis 1</translation>
    </message>
    <message>
        <source>Unit %1 answers &lt;b&gt;%2&lt;/b&gt; to this image, &lt;b&gt;%3&lt;/b&gt; on average.</source>
        <translation>Einheit %1 antwortet auf dieses Bild mit &lt;b&gt;%2&lt;/b&gt;, im Mittel mit &lt;b&gt;%3&lt;/b&gt;.</translation>
    </message>
</context>
<context>
    <name>rbm::PresetChoice</name>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Settings of your own: no preset has them.</source>
        <translation>Eigene Einstellungen: Keine Voreinstellung hat sie.</translation>
    </message>
    <message>
        <source>Pause to choose another preset.</source>
        <translation>Pausieren, um eine andere Voreinstellung zu wählen.</translation>
    </message>
</context>
<context>
    <name>rbm::RecentFiles</name>
    <message>
        <source>Clear this list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>rbm::RunDifferences</name>
    <message>
        <source>Settings that differ between the checked runs</source>
        <translation>Einstellungen, in denen sich die markierten Läufe unterscheiden</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Check two runs or more, and what their settings differ in appears here.</source>
        <translation>Zwei oder mehr Läufe markieren, und hier erscheint, worin sich ihre Einstellungen unterscheiden.</translation>
    </message>
    <message>
        <source>The checked runs have the same settings.</source>
        <translation>Die markierten Läufe haben dieselben Einstellungen.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>rbm::RunLibrary</name>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>A run cannot be read and was left as it is: %1.</source>
        <translation>Ein Lauf lässt sich nicht lesen und blieb, wie er war: %1.</translation>
    </message>
    <message>
        <source>%1 runs cannot be read and were left as they are; the first: %2.</source>
        <translation>%1 Läufe lassen sich nicht lesen und blieben, wie sie waren; der erste: %2.</translation>
    </message>
</context>
<context>
    <name>rbm::RunTable</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Mean log-likelihood of the test images at the last check, in nats</source>
        <translation>Mittlere Log-Likelihood der Testbilder bei der letzten Messung, in Nats</translation>
    </message>
    <message>
        <source>The interval of 3 sigma around it</source>
        <translation>Das Intervall von 3 Sigma darum</translation>
    </message>
    <message>
        <source>Whether it may be quoted</source>
        <translation>Ob sie sich zitieren lässt</translation>
    </message>
    <message>
        <source>The epoch of the last check: the run may be further by now</source>
        <translation>Die Epoche der letzten Messung: Der Lauf kann inzwischen weiter sein</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>Verborgene Einheiten</translation>
    </message>
    <message>
        <source>Gibbs steps per update</source>
        <translation>Gibbs-Schritte pro Update</translation>
    </message>
    <message>
        <source>Images per update</source>
        <translation>Bilder pro Update</translation>
    </message>
    <message>
        <source>Learning rate that was in force last</source>
        <translation>Lernrate, die zuletzt galt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1, the current run</source>
        <translation>%1, der aktuelle Lauf</translation>
    </message>
    <message>
        <source>%1: the current run. F2 renames it, Space shows or hides its curve.</source>
        <translation>%1: der aktuelle Lauf. F2 benennt ihn um, die Leertaste zeigt oder verbirgt seine Kurve.</translation>
    </message>
    <message>
        <source>%1. F2 renames it, Space shows or hides its curve.</source>
        <translation>%1. F2 benennt ihn um, die Leertaste zeigt oder verbirgt seine Kurve.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>3 sigma</source>
        <translation>3 Sigma</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>At epoch</source>
        <translation>Bei Epoche</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>rbm::RunsPlot</name>
    <message>
        <source>Test log-likelihood of the checked runs by epoch</source>
        <translation>Test-Log-Likelihood der markierten Läufe nach Epochen</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>rbm::RunsWorkspace</name>
    <message>
        <source>Test log-likelihood</source>
        <translation>Test-Log-Likelihood</translation>
    </message>
    <message>
        <source>nats per image; a symbol where it may be quoted</source>
        <translation>Nats je Bild; ein Symbol, wo sie sich zitieren lässt</translation>
    </message>
    <message>
        <source>Pixels that are scored</source>
        <translation>Bewertete Pixel</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Pixels between 0 and 1, as the original scores them</source>
        <translation>Pixel zwischen 0 und 1, wie das Original sie bewertet</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Gezogen</translation>
    </message>
    <message>
        <source>Pixels drawn as 0 or 1 once, as the literature scores them</source>
        <translation>Pixel, einmal als 0 oder 1 gezogen, wie die Literatur sie bewertet</translation>
    </message>
    <message>
        <source>Export the checked curves (Ctrl+E)</source>
        <translation>Markierte Kurven exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>settings of the checked runs</source>
        <translation>Einstellungen der markierten Läufe</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Finished runs appear here.</source>
        <translation>Hier erscheinen beendete Läufe.</translation>
    </message>
    <message>
        <source>This window keeps no runs.</source>
        <translation>Dieses Fenster bewahrt keine Läufe auf.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Aufbewahrte Läufe</translation>
    </message>
    <message>
        <source>Space shows or hides a curve, F2 renames, Delete deletes, Ctrl+Return continues, S sorts by this column.</source>
        <translation>Die Leertaste zeigt oder verbirgt eine Kurve, F2 benennt um, Entf löscht, Strg+Eingabe setzt fort, S sortiert nach dieser Spalte.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterführen</translation>
    </message>
    <message>
        <source>Show filters</source>
        <translation>Filter zeigen</translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation>Stichproben zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>The curves of checked runs appear here.</source>
        <translation>Hier erscheinen die Kurven markierter Läufe.</translation>
    </message>
    <message>
        <source>A curve starts after the first check.</source>
        <translation>Eine Kurve beginnt nach der ersten Messung.</translation>
    </message>
    <message>
        <source>%1 kept, %2 checked, the newest %3 of them in the plot</source>
        <translation>%1 aufbewahrt, %2 markiert, die neuesten %3 davon in der Grafik</translation>
    </message>
    <message>
        <source>%1 kept, %2 in the plot</source>
        <translation>%1 aufbewahrt, %2 in der Grafik</translation>
    </message>
    <message>
        <source>Select one run first.</source>
        <translation>Erst genau einen Lauf auswählen.</translation>
    </message>
    <message>
        <source>This run has no model: the program ended before it was written.</source>
        <translation>Dieser Lauf hat kein Modell: Das Programm endete, bevor es geschrieben war.</translation>
    </message>
    <message>
        <source>This run was trained on %1; open these images first (File menu).</source>
        <translation>Dieser Lauf wurde mit %1 trainiert; erst diese Bilder öffnen (Menü „Datei“).</translation>
    </message>
    <message>
        <source>This run trains already.</source>
        <translation>Dieser Lauf trainiert schon.</translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation>Erst einen Lauf auswählen.</translation>
    </message>
    <message>
        <source>This is the current run; restart (Ctrl+R) or continue another one first.</source>
        <translation>Das ist der aktuelle Lauf; erst neu starten (Strg+R) oder einen anderen weiterführen.</translation>
    </message>
    <message>
        <source>Trains this run on, exactly from where it was left (Ctrl+Return)</source>
        <translation>Trainiert diesen Lauf weiter, genau von dort, wo er endete (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Makes this run the current one; shows its filters</source>
        <translation>Macht diesen Lauf zum aktuellen und zeigt seine Filter</translation>
    </message>
    <message>
        <source>Makes this run the current one; shows it in the Gibbs explorer</source>
        <translation>Macht diesen Lauf zum aktuellen und zeigt ihn im Gibbs-Explorer</translation>
    </message>
    <message>
        <source>Deletes the selected runs (Delete)</source>
        <translation>Löscht die ausgewählten Läufe (Entf)</translation>
    </message>
    <message>
        <source>nats per image</source>
        <translation>Nats je Bild</translation>
    </message>
</context>
<context>
    <name>rbm::SampleSizeBar</name>
    <message>
        <source>Effective sample size: %1</source>
        <translation>Effektive Stichprobe: %1</translation>
    </message>
    <message>
        <source>of %1 runs</source>
        <translation>von %1 Läufen</translation>
    </message>
    <message>
        <source>all states counted</source>
        <translation>alle Zustände gezählt</translation>
    </message>
</context>
<context>
    <name>rbm::SlowMotion</name>
    <message>
        <source>Slow motion</source>
        <translation>Zeitlupe</translation>
    </message>
    <message>
        <source>Back to the curve (F9)</source>
        <translation>Zurück zur Kurve (F9)</translation>
    </message>
    <message>
        <source>Back to the curve</source>
        <translation>Zurück zur Kurve</translation>
    </message>
    <message>
        <source>Parts of the update</source>
        <translation>Teile des Updates</translation>
    </message>
    <message>
        <source>1 Positive phase</source>
        <translation>1 Positive Phase</translation>
    </message>
    <message>
        <source>What the data excite</source>
        <translation>Was die Daten erregen</translation>
    </message>
    <message>
        <source>2 Negative phase</source>
        <translation>2 Negative Phase</translation>
    </message>
    <message>
        <source>What the model makes up</source>
        <translation>Was das Modell sich ausdenkt</translation>
    </message>
    <message>
        <source>3 Gradient</source>
        <translation>3 Gradient</translation>
    </message>
    <message>
        <source>Model less data</source>
        <translation>Modell minus Daten</translation>
    </message>
    <message>
        <source>4 Step</source>
        <translation>4 Schritt</translation>
    </message>
    <message>
        <source>Momentum and the new filter</source>
        <translation>Trägheit und der neue Filter</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The part before (B)</source>
        <translation>Der Teil davor (B)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play the parts one after another (P)</source>
        <translation>Die Teile nacheinander abspielen (P)</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The part after (N)</source>
        <translation>Der Teil danach (N)</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>Nächstes Update</translation>
    </message>
    <message>
        <source>Make the next update (F10)</source>
        <translation>Das nächste Update machen (F10)</translation>
    </message>
    <message>
        <source>update %1, unit %2</source>
        <translation>Update %1, Einheit %2</translation>
    </message>
    <message>
        <source>%1, which changed most</source>
        <translation>%1, die sich am meisten änderte</translation>
    </message>
    <message>
        <source>These are the run&apos;s own numbers: the chains and weights shown are those after the update, bit for bit.</source>
        <translation>Das sind die Zahlen des Laufs selbst: Die gezeigten Ketten und Gewichte sind Bit für Bit die nach dem Update.</translation>
    </message>
    <message>
        <source>Replayed: the run itself came to slightly other numbers than these, because its device does not repeat itself exactly.</source>
        <translation>Nachgespielt: Der Lauf selbst kam auf etwas andere Zahlen, denn sein Gerät wiederholt sich nicht genau.</translation>
    </message>
    <message>
        <source>The run has gone on to update %1 since.</source>
        <translation>Der Lauf ist seither weiter, bei Update %1.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>All epochs of this run are done. Train 10 more, then look at an update here.</source>
        <translation>Alle Epochen dieses Laufs sind fertig. 10 weitere trainieren, dann hier ein Update ansehen.</translation>
    </message>
    <message>
        <source>One update of the training in its parts: what the data excite, what the model makes up, the gradient between the two, and the step.

Make the next update (F10) to see it.</source>
        <translation>Ein Update des Trainings in seinen Teilen: was die Daten erregen, was das Modell sich ausdenkt, der Gradient zwischen beiden und der Schritt.

Das nächste Update (F10) macht ihn sichtbar.</translation>
    </message>
</context>
<context>
    <name>rbm::StepPage</name>
    <message>
        <source>What momentum keeps</source>
        <translation>Was die Trägheit behält</translation>
    </message>
    <message>
        <source>Step against the gradient</source>
        <translation>Schritt gegen den Gradienten</translation>
    </message>
    <message>
        <source>New momentum</source>
        <translation>Neue Trägheit</translation>
    </message>
    <message>
        <source>Filter before</source>
        <translation>Filter davor</translation>
    </message>
    <message>
        <source>Change of the filter</source>
        <translation>Änderung des Filters</translation>
    </message>
    <message>
        <source>Filter after</source>
        <translation>Filter danach</translation>
    </message>
    <message>
        <source>New momentum &lt;i&gt;m&lt;/i&gt;</source>
        <translation>Neue Trägheit &lt;i&gt;m&lt;/i&gt;</translation>
    </message>
    <message>
        <source>(&lt;i&gt;g&lt;/i&gt; + %1 &lt;i&gt;W&lt;/i&gt;)</source>
        <translation>(&lt;i&gt;g&lt;/i&gt; + %1 &lt;i&gt;W&lt;/i&gt;)</translation>
    </message>
    <message>
        <source>%1 &lt;i&gt;m&lt;/i&gt; − %2 %3</source>
        <translation>%1 &lt;i&gt;m&lt;/i&gt; − %2 %3</translation>
    </message>
    <message>
        <source>%1 × momentum</source>
        <translation>%1 × Trägheit</translation>
    </message>
    <message>
        <source>− step × gradient</source>
        <translation>− Schritt × Gradient</translation>
    </message>
    <message>
        <source>−%1 %2</source>
        <translation>−%1 %2</translation>
    </message>
    <message>
        <source>Nesterov&apos;s move</source>
        <translation>Nesterov-Schritt</translation>
    </message>
    <message>
        <source>Momentum &lt;i&gt;m&lt;/i&gt;</source>
        <translation>Trägheit &lt;i&gt;m&lt;/i&gt;</translation>
    </message>
    <message>
        <source>&lt;i&gt;m&lt;/i&gt; ← %1 &lt;i&gt;m&lt;/i&gt; − %2 %3&amp;nbsp;&amp;nbsp;&amp;nbsp;&amp;nbsp; &lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; + %4</source>
        <translation>&lt;i&gt;m&lt;/i&gt; ← %1 &lt;i&gt;m&lt;/i&gt; − %2 %3&amp;nbsp;&amp;nbsp;&amp;nbsp;&amp;nbsp; &lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; + %4</translation>
    </message>
    <message>
        <source>Against the gradient by the learning rate %1 over %2, on top of what momentum kept.</source>
        <translation>Gegen den Gradienten um die Lernrate %1, geteilt durch die Zahl der Bilder (%2), dazu, was die Trägheit behielt.</translation>
    </message>
    <message>
        <source>one image</source>
        <translation>einem Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bildern</translation>
    </message>
    <message>
        <source>The schedule leaves %1&amp;nbsp;% of that rate.</source>
        <translation>Der Zeitplan lässt %1&amp;nbsp;% dieser Rate übrig.</translation>
    </message>
    <message>
        <source>Nesterov: the filter moves as if momentum had gone on once more.</source>
        <translation>Nesterov: Der Filter bewegt sich, als wäre die Trägheit noch einmal weitergegangen.</translation>
    </message>
    <message>
        <source>Shown is the trainer&apos;s own filter; the saved model is an average over many updates.</source>
        <translation>Gezeigt ist der Filter des Trainers; das gespeicherte Modell ist ein Mittel über viele Updates.</translation>
    </message>
    <message>
        <source>Bias of unit %1: &lt;b&gt;%2&lt;/b&gt; → &lt;b&gt;%3&lt;/b&gt;. The formula and the run agree to %4.</source>
        <translation>Bias von Einheit %1: &lt;b&gt;%2&lt;/b&gt; → &lt;b&gt;%3&lt;/b&gt;. Formel und Lauf stimmen auf %4 überein.</translation>
    </message>
</context>
<context>
    <name>rbm::TermPicture</name>
    <message>
        <source>±%1</source>
        <translation>±%1</translation>
    </message>
</context>
<context>
    <name>rbm::ThemeMenu</name>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>rbm::TileView</name>
    <message>
        <source>Picture %1 of %2</source>
        <translation>Bild %1 von %2</translation>
    </message>
</context>
<context>
    <name>rbm::TimelinePanel</name>
    <message>
        <source>untrained model</source>
        <translation>untrainiertes Modell</translation>
    </message>
    <message>
        <source>model of epoch %1</source>
        <translation>Modell von Epoche %1</translation>
    </message>
    <message>
        <source>Chain timeline</source>
        <translation>Zeitleiste der Ketten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Restart with the newest model</source>
        <translation>Mit dem neuesten Modell beginnen</translation>
    </message>
    <message>
        <source>The model was trained since these chains began</source>
        <translation>Seit diese Ketten begannen, wurde das Modell weiter trainiert</translation>
    </message>
    <message>
        <source>Follow the newest step (End)</source>
        <translation>Dem neuesten Schritt folgen (Ende)</translation>
    </message>
    <message>
        <source>Left and right go one step, Page Up and Page Down to the next picture, Home to the start, End to the newest step</source>
        <translation>Links und rechts gehen einen Schritt weit, Bild auf und Bild ab zum nächsten Bild, Pos1 zum Start, Ende zum neuesten Schritt</translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation>Freie Energie</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>step %1, the newest is %2</source>
        <translation>Schritt %1, der neueste ist %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>rbm::TimelineView</name>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
</context>
<context>
    <name>rbm::TrainWorkspace</name>
    <message>
        <source>Log-likelihood</source>
        <translation>Log-Likelihood</translation>
    </message>
    <message>
        <source>nats per image</source>
        <translation>Nats je Bild</translation>
    </message>
    <message>
        <source>Export the plot (Ctrl+E)</source>
        <translation>Kurve exportieren (Strg+E)</translation>
    </message>
    <message>
        <source>Pixels that are scored</source>
        <translation>Bewertete Pixel</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Pixels between 0 and 1, as the original scores them</source>
        <translation>Pixel zwischen 0 und 1, wie das Original sie bewertet</translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation>Gezogen</translation>
    </message>
    <message>
        <source>Pixels drawn as 0 or 1 once, with their gray value as the chance, as the literature scores them</source>
        <translation>Pixel, einmal als 0 oder 1 gezogen, mit ihrem Grauwert als Wahrscheinlichkeit, wie die Literatur sie bewertet</translation>
    </message>
    <message>
        <source>Test: all test images. Train: as many training images, drawn at random once and for all.</source>
        <translation>Test: alle Testbilder. Training: ebenso viele Trainingsbilder, ein für alle Mal zufällig gezogen.</translation>
    </message>
    <message>
        <source>Gray pixels are not states of a binary model; the literature scores pixels sampled to 0 and 1.</source>
        <translation>Graue Pixel sind keine Zustände eines binären Modells; die Literatur bewertet auf 0 und 1 gezogene Pixel.</translation>
    </message>
    <message>
        <source>Pixels sampled to 0 and 1 are states of the model; the literature scores these.</source>
        <translation>Auf 0 und 1 gezogene Pixel sind Zustände des Modells; die Literatur bewertet diese.</translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation>Ehrlichkeitsmesser</translation>
    </message>
    <message>
        <source>can you quote this number?</source>
        <translation>lässt sich diese Zahl zitieren?</translation>
    </message>
    <message>
        <source>What the model dreams</source>
        <translation>Wovon das Modell träumt</translation>
    </message>
    <message>
        <source>Persistent chains</source>
        <translation>Persistente Ketten</translation>
    </message>
    <message>
        <source>Chain %1</source>
        <translation>Kette %1</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Export the filters as PNG</source>
        <translation>Filter als PNG exportieren</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden unit(s)</source>
        <translation>
            <numerusform>%Ln verborgene Einheit</numerusform>
            <numerusform>%Ln verborgene Einheiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 chains, each from an image, live</source>
        <translation>%1 von %2 Ketten, jede von einem Bild aus, live</translation>
    </message>
    <message>
        <source>%1 of %2 persistent chains, live</source>
        <translation>%1 von %2 persistenten Ketten, live</translation>
    </message>
    <message>
        <source>nats per image, averaged model</source>
        <translation>Nats je Bild, gemitteltes Modell</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>Nats</translation>
    </message>
</context>
<context>
    <name>rbm::TrainerSection</name>
    <message>
        <source>Trainer</source>
        <translation>Trainer</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>PCD</source>
        <translation>PCD</translation>
    </message>
    <message>
        <source>CD</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>Tempered</source>
        <translation>Getempert</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Repliken</translation>
    </message>
    <message>
        <source>as batch</source>
        <translation>wie Batch</translation>
    </message>
    <message>
        <source>Chains</source>
        <translation>Ketten</translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation>Rate im Verlauf</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>linear</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>inverse</source>
        <translation>invers</translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation>Gemittelter Teil</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation>Zentrierter Gradient</translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation>Bias aus den Daten</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Trägheit</translation>
    </message>
    <message>
        <source>CD has a chain for each image of an update.</source>
        <translation>CD hat eine Kette für jedes Bild eines Updates.</translation>
    </message>
    <message>
        <source>Only tempered chains have replicas.</source>
        <translation>Nur getemperte Ketten haben Repliken.</translation>
    </message>
    <message>
        <source>Fast PCD</source>
        <translation>Schnelles PCD</translation>
    </message>
    <message>
        <source>Fast rate</source>
        <translation>Schnelle Rate</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>Sparsamkeit</translation>
    </message>
    <message>
        <source>Target activity</source>
        <translation>Zielaktivität</translation>
    </message>
    <message>
        <source>Only fast PCD has fast weights.</source>
        <translation>Nur das schnelle PCD hat schnelle Gewichte.</translation>
    </message>
</context>
<context>
    <name>rbm::TransportBar</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>updates per second</source>
        <translation>Updates pro Sekunde</translation>
    </message>
    <message>
        <source>What computes</source>
        <translation>Was rechnet</translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation>CUDA</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Compute on the processor</source>
        <translation>Auf dem Prozessor rechnen</translation>
    </message>
    <message>
        <source>Compute on the NVIDIA card</source>
        <translation>Auf der NVIDIA-Karte rechnen</translation>
    </message>
    <message>
        <source>CUDA cannot be used: %1</source>
        <translation>CUDA lässt sich nicht nutzen: %1</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ruht</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Pausiert gleich …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Train 10 more</source>
        <translation>10 weitere</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Epoch &lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation>Epoche &lt;b&gt;%1&lt;/b&gt; von %2</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>updates/s</source>
        <translation>Updates/s</translation>
    </message>
</context>
<context>
    <name>rbm::UnitInspector</name>
    <message>
        <source>P(h = 1 | digit)</source>
        <translation>P(h = 1 | Ziffer)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Unit inspector</source>
        <translation>Einheit im Einzelnen</translation>
    </message>
    <message>
        <source>Previous unit in this order</source>
        <translation>Vorige Einheit in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Next unit in this order</source>
        <translation>Nächste Einheit in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Click a filter to see what it detects.</source>
        <translation>Einen Filter anklicken, um zu sehen, was er erkennt.</translation>
    </message>
    <message>
        <source>Unit is on</source>
        <translation>Einheit ist an</translation>
    </message>
    <message>
        <source>Unit is off</source>
        <translation>Einheit ist aus</translation>
    </message>
    <message>
        <source>Filter of this unit</source>
        <translation>Filter dieser Einheit</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Bias</translation>
    </message>
    <message>
        <source>Active on</source>
        <translation>Aktiv bei</translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation>Norm der Gewichte</translation>
    </message>
    <message>
        <source>Strongest on</source>
        <translation>Am stärksten bei</translation>
    </message>
    <message>
        <source>Keep pinned</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep pinned (Enter)</source>
        <translation>Anheften (Eingabe)</translation>
    </message>
    <message>
        <source>Unit on or off</source>
        <translation>Einheit an oder aus</translation>
    </message>
    <message>
        <source>Activation histogram</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Mean activation by digit</source>
        <translation>Mittelwert je Ziffer</translation>
    </message>
    <message>
        <source>Digits that excite it most</source>
        <translation>Ziffern, die sie am meisten erregen</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>Ziffer</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>number %1 of %2 %3</source>
        <translation>Platz %1 von %2 %3</translation>
    </message>
    <message>
        <source>Looking at all training images…</source>
        <translation>Alle Trainingsbilder werden angesehen …</translation>
    </message>
    <message>
        <source>On all %1 training images</source>
        <translation>Auf allen %1 Trainingsbildern</translation>
    </message>
    <message>
        <source>, as of update %1</source>
        <translation>, Stand von Update %1</translation>
    </message>
    <message>
        <source>%1 % of digits</source>
        <translation>%1 % der Ziffern</translation>
    </message>
    <message>
        <source>digit %1</source>
        <translation>Ziffer %1</translation>
    </message>
    <message>
        <source>%1 to %2: %3 %, %4 images</source>
        <translation>%1 bis %2: %3 %, %4 Bilder</translation>
    </message>
    <message>
        <source>Digit %1: %2</source>
        <translation>Ziffer %1: %2</translation>
    </message>
    <message>
        <source>Digit %1, activation %2</source>
        <translation>Ziffer %1, Aktivierung %2</translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation>Aktivierung %1</translation>
    </message>
</context>
<context>
    <name>rbm::UnitsOffBar</name>
    <message>
        <source>Units that are switched off</source>
        <translation>Abgeschaltete Einheiten</translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation>Alle anschalten</translation>
    </message>
    <message>
        <source>Switches every hidden unit on again</source>
        <translation>Schaltet alle verborgenen Einheiten wieder an</translation>
    </message>
    <message>
        <source>See the samples</source>
        <translation>Stichproben ansehen</translation>
    </message>
    <message>
        <source>Watch the chains go on without it in the Gibbs explorer</source>
        <translation>Im Gibbs-Explorer zusehen, wie die Ketten ohne sie weitergehen</translation>
    </message>
    <message>
        <source>Unit %1 is off</source>
        <translation>Einheit %1 ist aus</translation>
    </message>
    <message>
        <source>Switch unit %1 on again</source>
        <translation>Einheit %1 wieder anschalten</translation>
    </message>
    <message>
        <source>in the chains you watch; the training keeps it.</source>
        <translation>in den beobachteten Ketten; das Training behält sie.</translation>
    </message>
    <message>
        <source>and %1 more, in the chains you watch; the training keeps them.</source>
        <translation>und %1 weitere, in den beobachteten Ketten; das Training behält sie.</translation>
    </message>
    <message>
        <source>in the chains you watch; the training keeps them.</source>
        <translation>in den beobachteten Ketten; das Training behält sie alle.</translation>
    </message>
</context>
<context>
    <name>rbm::Worker</name>
    <message>
        <source>This run cannot be kept: %1</source>
        <translation>Dieser Lauf lässt sich nicht aufbewahren: %1</translation>
    </message>
    <message>
        <source>grew beyond %1</source>
        <translation>sind über %1 hinausgewachsen</translation>
    </message>
    <message>
        <source>became infinite</source>
        <translation>sind unendlich geworden</translation>
    </message>
    <message>
        <source>There is not enough memory for this; take smaller numbers, or close other programs.</source>
        <translation>Dafür reicht der Speicher nicht; kleinere Zahlen nehmen oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>%1 has %2 visible units, but the images have %3 pixels.</source>
        <translation>%1 hat %2 sichtbare Einheiten, aber die Bilder haben %3 Pixel.</translation>
    </message>
    <message>
        <source> It was trained on %1.</source>
        <translation> Trainiert wurde es mit %1.</translation>
    </message>
    <message>
        <source> The current model is unchanged.</source>
        <translation> Das jetzige Modell ist unverändert.</translation>
    </message>
    <message>
        <source>the start</source>
        <translation>zum Anfang</translation>
    </message>
    <message>
        <source>the end of epoch %1</source>
        <translation>zum Ende von Epoche %1</translation>
    </message>
    <message>
        <source>The weights %1 at update %2; training paused and went back to %3. Lower the learning rate, then go on.</source>
        <translation>Die Gewichte %1, bei Update %2; das Training pausiert und ging %3 zurück. Die Lernrate senken, dann weitermachen.</translation>
    </message>
</context>
<context>
    <name>rbm::ZoomMenu</name>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>Originalgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
</TS>
