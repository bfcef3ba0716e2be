<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Exports</name>
    <message>
        <source>Log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureAxes</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LessonCondition</name>
    <message>
        <source>at update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the rate is %1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the rate is %1 or less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with point %1 of the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step %1 of the chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once %1 or more pixels are held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the tab Train is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the tab Filters is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the tab Gibbs explorer is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the model is a fresh one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once it trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the training pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once the run has ended and was measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LikelihoodFigure</name>
    <message>
        <source>Train %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test, 10 temperatures: too optimistic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test, 10 temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve starts after the first check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-likelihood of gray images, nats per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-likelihood of images sampled to 0 and 1, nats per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; log Z enumerated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; log Z annealed from both sides, band 3 sigma</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LikelihoodPoint</name>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: %2
Test  %3
Train %4
10 temperatures, test %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: test %2, 3 sigma %3; train %4. Verdict: %5.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LikelihoodTexts</name>
    <message>
        <source>%1: log Z %2 (%3 … %4), %5 of %6 runs carry the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole check took %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states of the smaller side were counted: log Z %1, no estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs in each direction through %2 temperatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse runs from data: %1; from the model’s own states: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All states of the smaller side were enumerated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reverse runs that start at data and at the model’s own states are %1 nats apart: some chains miss a mode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two directions agree within %1 nats, and at least %2 of %3 runs carry the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two directions are %1 nats apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 runs carry the weight of one direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 of %2 runs carry the weight, so the model looks better than it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one direction was measured, and %1 of %2 runs carry the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 temperatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the original estimates it: forward only, %1 runs, log Z %2.
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enumerated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s, both ways</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenTarget</name>
    <message>
        <source>%1 has no images: a data folder holds train-images-idx3-ubyte and t10k-images-idx3-ubyte, plain or .gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: it is neither a model (.safetensors), a shared run (.rbmx) nor a folder with IDX files.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The program lacks its bundled model; build it anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuoteVerdict</name>
    <message>
        <source>Exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don’t quote</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>“%1” has no %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %2 of “%1” cannot be read: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot move “%1” to “%2”; check the permissions of these folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is open in another window of RBM Explorer; close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunSettings</name>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parallel tempering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decay %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>averaged %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>biases from data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunsPicture</name>
    <message>
        <source>%1, epoch %2: %3, 3 sigma %4. %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test log-likelihood of gray images, nats per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test log-likelihood of images sampled to 0 and 1, nats per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>explanations.json</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at anything, or reach it with Tab, and this panel says what it is. New here? A lesson or the tour shows where to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the training and pauses it; nothing is lost by a pause. Press it and watch noise turn into strokes at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows one real update in its four parts, with the formulas and the numbers of your run. Press Next update and watch a filter change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update: what the data excite, what the model makes up, their difference, and the step. Click a filter to see its own gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns from a single batch of images and stops again. Try ten of them on a fresh model: the first strokes show already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to a fresh model with the settings that stand at the left. The same seed then gives the same run, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the colours of the whole window. Negative weights stay orange and positive ones blue in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short guided experiments with this very window. Each asks a question before it shows the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens this panel and the list of lessons. F1 does the same from anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An epoch is one pass over all training images. Change Epochs at the left at any time to make the run longer or shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the weights are changed in a second. It falls with more hidden units, more Gibbs steps and larger batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views of one and the same model: its training, its filters, its samples. The training goes on whichever is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An NVIDIA card or the processor; both draw the same random numbers. A switch during a run goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills in all settings below with a tried recipe. Begin with Fast look: clear digits within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far one update moves the weights. Too small and the curve crawls, too large and it climbs, then falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate as a number; the step on the mean gradient is this divided by the batch size. Keys [ and ] change it by 10 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the last step that joins the next one. High values smooth the path, and act like a larger learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of the last step that joins the next one, from 0 to 0.99. At 0.9 steps add up to ten times the rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many updates are made in a second. Watch (10) shows single strokes being born; Max is for results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many features the model can have, one filter each. With 25 or fewer its likelihood is counted exactly, no estimate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the model&apos;s own chains walk before each update. More steps cost time and give a truer gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many images one update learns from, and how many chains stand against them. The rate is divided by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where all random numbers begin. The same seed gives the same run; another one shows how much is luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray values as they are, drawn anew as 0 or 1 each epoch, or cut at one half. The model itself knows black and white only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends after so many passes over the images. It can be changed while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways of training that the original recipe has not. Open it and compare with the preset Fast, which uses several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways of training that the original recipe has not. The preset Fast uses several of them at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCD, CD or tempered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCD&apos;s chains go on where they were, CD&apos;s start at the images: quick, but samples suffer. Tempered chains swap states with hotter ones, which mix better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many persistent chains speak for the model; 0 means as many as images in a batch. More give a steadier gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many temperatures a tempered chain has, the one at 1 among them. More of them mix better, and an update takes as many times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls over the run. Linear and cosine end at 0, which lets a high rate come to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last part of the run whose mean parameters become the model. 0.15 is worth a fraction of a nat with a falling rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each update pulls the weights towards zero. A little keeps the chains mobile, much of it blurs the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures units from their mean activity. Training is quicker and steadier, so higher rates can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible biases start at the mean image instead of near zero. The first updates need not learn that corners are black.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The momentum looks one step ahead. That damps its swings where the momentum is high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seconds that an estimate of log Z may take, from the next check on. More time makes it surer, and checks rarer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight numbers about the training, measured at most once a second while this is open. Watch them beside the curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the training goes, beside its likelihood. None of these proves a good model; together they show a sick one early.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far images are from what the model makes of them in one step: the mean squared difference of a pixel. Low is no proof of a good model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-energy gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much less probable the model finds test images than training images. It grows when the model overfits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How likely a hidden unit is on, on average over units and training images. Near 0 or 100 % units tell little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels of the persistent chains change in one Gibbs sweep. Chains that stand still teach the model nothing new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hidden units of the persistent chains change in one Gibbs sweep. It falls as the weights grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large the weights are in all: the root of the sum of their squares. It grows steadily in a healthy run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight that is furthest from zero. Where it jumps, the learning rate is too high.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly one batch pulls at the weights: the root of the sum of the squares of their gradient. Most of it is noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How probable the model finds real images, in nats per image: higher is better. The dotted line, with 10 temperatures, flatters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray or sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores gray pixels as the original does, or pixels drawn as 0 or 1 as the literature does. Both were measured: switch freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the curve as a picture and its numbers as a CSV file beside it. The training goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chooses what is written, as what and how large. Return saves from any field, Esc closes; the training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with what the tab is about. Anything else that there is can be chosen here, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plots become pixels (PNG) or lines (SVG, PDF), with their numbers in a table beside them. Choose lines for a paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes each pixel of the picture a square of so many. Nothing is smoothed: what you see is what the model has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many steps of the chains lie between two pictures of the series. Step 0 and the newest are always among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws weights from black over grey, which is 0, to white. Fit for print, and for eyes that do not tell the colours apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for the file&apos;s name and writes a snapshot of this moment. A full disk leaves what was there before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says whether a likelihood may be quoted: how many runs carry its weight, how wide it is, a verdict. Compare the two rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How log Z was estimated: with the original&apos;s 10 temperatures, or by annealing both ways within the seconds of a check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the runs carry the weight: (sum w)² / sum w². The ticks stand at 10 % and at 50 %, where verdicts change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 sigma, test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the mean log-likelihood of the test images lies, in nats per image. Under “Don&apos;t quote” only an upper end is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust: half of the runs count and both directions agree within 1 nat. Caution: a tenth, or 3 nats, or one direction only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tells which estimate is wrong in which direction. Read it once; every likelihood in print looks different afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a likelihood flatters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward runs make the model look too good, reverse runs too bad. Esc closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model dreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains of the training that stand for what the model believes. If all look alike, they have stopped mixing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of every hidden unit: blue pixels excite it, orange ones inhibit it. The Filters tab tells more about each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes all filters as one picture, on one colour scale. The training goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One tile for each hidden unit: blue excites it, orange inhibits it. Click one, or use the arrow keys and Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the tiles, never the model. Strength brings what has learnt to the top, Similarity shows duplicates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one hidden unit detects, over all training images. Pin a unit that looks like a stroke and see which digits excite it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit before this one, in the order of the tiles. In order of strength neighbours are about as strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit after this one, in the order of the tiles. In order of similarity it looks much like this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays with this unit while the mouse moves over others. A click on a tile or Enter pins, Esc lets go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the unit out of the chains that you watch; the training keeps it. Switch a strong one off and see the samples change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the unit&apos;s input begins with. Far below zero the unit is seldom on, and stands for something rare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of P(h = 1 | v) over all training images. Units near 0 or 100 % tell little about an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong the unit is: the root of the sum of the squares of its weights. Sort by strength to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class with the highest mean activation. Units are seldom detectors of one digit; most stand for a stroke.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the unit is how active. Most units are nearly always off or on, and rarely in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean activation by digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How active the unit is on each digit, on average. A stroke that several digits share lights up for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that excite it most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training images with the highest activation. Look for the stroke that they have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes that chains may start from. Leave only one on, and see how long the chains stay with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes in columns, any digits, or noise. From noise some models find digits by themselves, others get stuck: try yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts all chains anew from other test images. Key R does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All test images, to choose the selected chain&apos;s start by eye. Look for an ugly one: where does the model take it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits to pick from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click makes it the start of the selected chain. Esc closes the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw or clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes where the selected chain starts, or holds some of its pixels. Hold the top of a 2: the model finishes it its own way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a change counts for the selected chain or for all. With All, every chain dreams on from the same drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paints on the start image; on release the chain starts from it. Draw half a digit and run the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes ink away from the start image. Erase a stroke of an 8 and see what it becomes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp with the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paints pixels that stay as they start; a stroke from a held one frees them. The model fills in the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In pixels of the image. Strokes of MNIST are about three wide; thinner ones look foreign to the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the image that was picked. Single strokes come back with Ctrl+Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty image to draw on. Left blank, it shows what the model makes of nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the selected chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw with the mouse, or with the arrow keys and the space bar. Pixels that are held are hatched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds the upper or the left half, or what you paint, as it starts. The chain then samples the rest given these pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How fast the chains walk, 3,000 steps in all. At 1 or 10 one can follow a digit as it turns into another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units are drawn given the pixels, then pixels given the hidden units, again and again. Drag in the timeline to go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One draw of all hidden units and one of all pixels. The first steps change most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins again from the same images. With an unchanged model the chains take the same way again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many chains run side by side: 1, 25, 100 or 225. With By class, columns of 10 begin as one digit each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the chains start, in the same places as their samples. Click one to edit it or to hold pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What has become of each start: the chance of ink in every pixel. A column that began as one digit drifts to others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes both grids side by side as one picture. The training goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the chains begin: digits of the test set, or noise. The model then leads them to what it finds probable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its start, its present state, a reconstruction and the nearest training image. Is the sample new, or a copy?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The image that the selected chain began with. Held pixels are marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected chain at the step that is shown. Each pixel shows the chance of ink there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model makes of the start in one step, without chance. The closer to the start, the better it knows this image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest real digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training image that differs least from the sample. If all samples had a twin here, the model would only copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F(v) of the chain&apos;s state in nats: lower is more probable. A chain in a deep valley leaves it seldom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many pixels differ from the start, as black and white. It rises quickly, then wanders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many hidden units are on in this state. Each adds its filter to the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest is a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label of the nearest training image. It tells when the chain has changed its digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the nearest training image is from the sample. Near 0 the sample would be a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected chain from its start to step 3,000, above its free energy. Drag to see any step again, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows the newest step again after you looked back. Key End does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart with the newest model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains keep the model that they began with. This begins them again with the one that was trained since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run that was kept, with its settings and how it ended. Check some of them, and the plot above lays their curves together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the checked runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test likelihood of the checked runs over their epochs. Two that differ in one setting tell most: look at the differences beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which reading of the pixels the curves score. Both were measured: switch freely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the checked curves as one CSV file. Ctrl+E does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in which the checked runs differ; all others are the same. The fewer they are, the more the curves tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the selected run on from where it was left. Ctrl+Return does the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the selected run the current one and shows its filters. What is trained now stays among the kept runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the selected run the current one and shows it in the Gibbs explorer. Compare the samples of two runs so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the selected runs, all but the current one. Their models go with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One message with what can be done about it. It never takes the keyboard away from you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units that are switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chains that you watch go on without these units; the training keeps them. A click on one switches it on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the way step by step; everything else in the window stays usable. Esc ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what the thing under the mouse or the keyboard is. Ctrl+I hides this panel and brings it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the training is doing now, and when the next likelihood check comes. The dot is green while it trains.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lessons/gibbs-steps.json</name>
    <message>
        <source>What does k do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same training with 1 and with 30 Gibbs steps, their curves in one plot and their samples one after the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two forces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pulls the model towards the images and away from what its own chains dream. k is the number of Gibbs steps that these chains make before each update. We train twice; all but k is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First with k = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2,250 updates with a single step each. The curve gets its points as the likelihood is checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with k = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve goes grey when the next run begins, and stays to compare with. Before that, a look at what this model dreams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let 100 chains walk 3,000 steps from real digits, and remember how many different digits are left at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run from digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now with k = 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, the same rate, the same images. The first curve stays as a grey line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will the second curve end higher, lower or at the same place? And will it take 30 times as long?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Much higher: by some 20 nats on MNIST. It takes five to nine times as long, since the images&apos; part of an update costs the same for any k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with k = 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey and dashed is k = 1. Nothing but the walk of the chains differs, and it shows from the first point on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does a longer walk give a better model?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An update changes the model, and after one step the chains still stand where the old one left them. The gradient then pushes away from the wrong places. After 30 steps they have found the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same experiment, 100 chains from real digits, now with the second model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several kinds of digits are left where the first model knew hardly more than one shape, though one still rules: three epochs on MNIST are few. k buys truth with time; a lower learning rate helps too, as the chains then have less to catch up with.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lessons/learning-rate.json</name>
    <message>
        <source>Learning rate too high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve climbs, falls when the rate is raised, and comes back when it is lowered, all in one run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far to step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After each batch of images the weights move a little towards more likelihood. The learning rate says how far. It can be changed while the training runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First a good rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a run with a rate of 1. The curve gets a point with each likelihood check; for this lesson a check takes half a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train with rate 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster, then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve climbs, and twenty times the rate is only a push of the slider away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will the curve do at a rate of 20: climb faster, stand still, or fall?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It falls by tens of nats within a few checks. The steps are longer than the chains can follow: they show where the model was, not where it is, so the gradient points the wrong way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise it to 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the damage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dashed line marks when the rate was changed. The dotted estimate may even rise: 10 temperatures flatter a sick model most. Among the filters a few become so strong that the others fade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the model lost?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. The weights are finite and remember most of what they learnt; what is lost can be found again. Were they infinite, the program would pause and say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower it, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the rate back to 1 without a restart, and give it two or three checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve comes back, and often stands higher than before: long steps travel far, short ones settle. That is why good recipes begin with a high rate and let it fall to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which setting of this program does so by itself?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Rate over time” in the section Trainer: linear and cosine end at 0. The preset Fast uses it, with a rate of 16 at its start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lessons/mixing.json</name>
    <message>
        <source>Mode mixing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of chains that start as one digit each: which of them leave it, and when?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundled model. In the grid of 10 x 10 each column starts as one digit, ten different images of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your guess first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each chain now walks 3,000 Gibbs steps. Digits that are much like others are soon left; some stand apart, and chains stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which columns will keep their digit longest, and which will lose it first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 300 chains of this model, 0, 1, 2 and 6 kept theirs longest: after 300 steps four in five were still there. Of 3, 4 and 8 two in three had left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 steps in a second. Watch one column; strokes melt and others form, and a 4 becomes a 9 without ever being a blot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at one chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a sample that changed. The timeline shows its way with the free energy below; drag back to the step where it turned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the free energy do where a digit turns into another?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that stands out. It swings by some 20 nats all the time, and no more than that at the turn: the chain does not climb over a mountain, it finds a way around.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now at full speed to step 3,000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns have dissolved: of 300 chains one in seven was where it began, little more than chance. How long that takes is the model&apos;s mixing time, and training, likelihood and samples all hang on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would a better model mix faster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seldom. The larger the weights, the deeper the valleys, so chains get slower as the model gets better. That is why k, more chains and annealing matter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lessons/temperatures.json</name>
    <message>
        <source>Why 10 AIS temperatures lie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model, three estimates of its likelihood: the worst of them looks best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A likelihood needs log Z, a sum over all states of the model. It is estimated by runs that anneal from a simple model to this one, through a ladder of temperatures. We take one trained model and measure it three times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 temperatures, and 0.2 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every check makes the original&apos;s estimate with 10 temperatures beside ours. First give ours as little time as it may have: 0.2 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure with 0.2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who carries the weight?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The effective sample size says how many of the runs count. Look at the upper row: 1,000 runs, 10 temperatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the 1,000 runs carry the weight, and does the model look better or worse for it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or two. The rest were left behind on the way to this model and count nothing. What they miss is missing in log Z, so the likelihood looks too good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now take two seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same model, ten times the work. Watch the lower row change while the upper one stays as bad as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure with 2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With enough temperatures many runs carry the weight, the two directions agree, and the verdict rises. The number itself became lower: the honest one is the worse one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two papers report −73 and −103 nats for models of the same size. Which model is better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot know before you know how log Z was estimated. With the original&apos;s recipe this program measures −73 with 10 temperatures and −103 with enough of them, on one and the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement is no proof</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs from below flatter, runs from above slander, and where both meet the truth is near. Unless all of them miss the same mode: “Why?” tells more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lessons/tour.json</name>
    <message>
        <source>The tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five callouts for the first five minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is trained yet: the filters at the right are noise. Press Train with the recipe that stands at the left, or take a quick one here, and watch noise turn into strokes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the quick recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each tile is what one hidden unit looks for: blue pixels excite it, orange ones inhibit it. Click one, and the inspector shows which digits excite it most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the model dream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every chain starts from a real digit at the left and walks, step by step, to what the model finds probable. No time to train? Take the bundled model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the bundled one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp the top of a digit, and the model has to finish it: a 2 may end as a 3, an 8 as a 5. Click another digit at the left to edit that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold all tops, run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can you quote this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A likelihood is an estimate, and a bad one looks too good. The honesty meter says how far to trust it; “Why?” says why. Then try a lesson from the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/cd-1.json</name>
    <message>
        <source>CD-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contrastive divergence: chains start at the images and make one step, which is quick but gives poor samples.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/classic.json</name>
    <message>
        <source>Classic PCD-30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe of the original: persistent chains with 30 Gibbs steps per update, for 130 epochs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/fast-look.json</name>
    <message>
        <source>Fast look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fast recipe for four epochs: clear filters and digits within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/fast.json</name>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A better model than the classic one in a fraction of the time: centred gradient, a high rate that falls to 0, and the average of the last part.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/pcd-1.json</name>
    <message>
        <source>PCD-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persistent chains that make a single Gibbs step per update.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>presets/small-exact.json</name>
    <message>
        <source>Small and exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few hidden units that the likelihood is counted out exactly instead of estimated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::Callout</name>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ChainPanel</name>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-step recon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest is a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ChainPictures</name>
    <message>
        <source>Visible units of chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units of chain %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ChainSeries</name>
    <message>
        <source>it is there already; choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be moved into place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot save the pictures in %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ColourScale</name>
    <message>
        <source>Scale of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From −%1 to +%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ControlPanel</name>
    <message>
        <source>Change while it trains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 update per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 updates per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 updates per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As fast as this computer can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restart to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gibbs steps k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>effective step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run under way was begun with it: restart (Ctrl+R) to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::DataSource</name>
    <message>
        <source>MNIST is not on this computer yet (about 11 MB). Until then you train on 2,500 of its digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Until then you train on 2,500 digits of MNIST.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with IDX files (train-images-idx3-ubyte …)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST is here: 60,000 training and 10,000 test digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting MNIST…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::DigitBrowser</name>
    <message>
        <source>Digits to pick from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::DigitModel</name>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1, a %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::DrawCanvas</name>
    <message>
        <source>Arrow keys move the cursor, Space paints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, column %2: %3 percent white, %4. %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a digit to draw on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::DrawPanel</name>
    <message>
        <source>Draw or clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of the selected chain, to draw on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase (E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clamp (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the picked digit: undraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the image that was picked, to edit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from a blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every pixel may change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upper half stays as it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The left half stays as it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you paint stays as it starts (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes count for the selected chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the canvas shows after a change counts for all chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return to the picked image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain starts from what you draw. Arrows and Space draw too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain starts from what is left. Arrows and Space erase too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painted pixels stay as they start. A stroke that begins on a held one frees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erasing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clamping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclamping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clamping of a half</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ExplainPanel</name>
    <message>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ExportPanel</name>
    <message>
        <source>Real digits and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chains’ evolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log-likelihood of this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the checked runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, and a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG, and a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, and a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table alone (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pixels for a pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::Exporter</name>
    <message>
        <source>Drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1&#xa0;×&#xa0;%2&#xa0;pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A line for each check of the likelihood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines and text, sharp at any size; light theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, light theme.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of %1 pictures, from step 0 to %2, each %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the new folder of pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the chains are being written; wait until they are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the chains’ evolution to %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::FiltersWorkspace</name>
    <message>
        <source>by index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, as numbered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, most active first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, neighbours look alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the filters as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filters appear once there are images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order of the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the model numbers its hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the norm of the weights, strongest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the mean activation on all training images, most active first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So that neighbours look alike: after each unit the one most like it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1, bias %2, active on %3 %, strength %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a unit, Enter pins it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 units, sorting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as of epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::GibbsControls</name>
    <message>
        <source>Choose start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from digits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These images have no labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes take turns, in columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any digit of the chosen classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pixel black or white, by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the selected chain&apos;s digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the digit that the selected chain shall start from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+F5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step (Shift+F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the start images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::GibbsWorkspace</name>
    <message>
        <source>Pick other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grid size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 x %1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export both grids, or the chains’ evolution, as PNG (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick digits, then run the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain %1, step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each pixel by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, test images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %Ln Gibbs step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rbm::GradientPage</name>
    <message>
        <source>Statistics of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient: model less data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;g&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt; = ⟨%1⟩&lt;sub&gt;model&lt;/sub&gt; − ⟨%1⟩&lt;sub&gt;data&lt;/sub&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often pixel and unit are on together: in %1 after the last step (negative phase), less in %2 (positive phase). Blue will push weights down, orange up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred: pixels count from their mean &lt;i&gt;μ&lt;/i&gt; in the data, units from their running mean &lt;i&gt;λ&lt;/i&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay joins in the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 is on in &lt;b&gt;%2&lt;/b&gt; of the chains and answers &lt;b&gt;%3&lt;/b&gt; to the images on average.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::HonestyExplanation</name>
    <message>
        <source>Why a likelihood can be too good to be true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A log-likelihood needs log Z, the sum over all states of the model. Here it is estimated by runs that anneal from a simple model to this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Forward&lt;/b&gt; runs find log Z too low on average, so the likelihood looks too good. That needs no assumption. The fewer temperatures, the further off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Reverse&lt;/b&gt; runs go back from the model’s own states and find log Z too high on average, so the likelihood looks too bad. That assumes that they start in equilibrium: from chains that miss a mode it can be too low as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average the two bracket the truth. Where they agree and many runs carry the weight, that is strong evidence, not proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::HonestyMeter</name>
    <message>
        <source>Honesty meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was measured yet. The first check follows the first epoch; “Measure likelihood now” in the Train menu does one at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effective sample size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 sigma, test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a likelihood can be too good to be true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::LanguageMenu</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::LessonGuide</name>
    <message>
        <source>%1 · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on by itself %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::LikelihoodPlot</name>
    <message>
        <source>Log-likelihood by epoch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::LikelihoodSettings</name>
    <message>
        <source>%1st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1th</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check takes %1 s; every epoch is measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A check takes %1 s; every %2 epoch is measured so that it takes at most a fifth of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood check, seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likelihood check</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::MainWindow</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RBM Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gibbs explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate %1, momentum %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1, update %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to train on %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The saved model is averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Checking the likelihood, %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Next likelihood check in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure likelihood now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open data folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate 10 % higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate 10 % lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run or pause the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick other digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About RBM Explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;RBM Explorer %1&lt;/b&gt;&lt;p&gt;Watch a restricted Boltzmann machine learn: binary units, trained by persistent contrastive divergence.&lt;/p&gt;&lt;p&gt;The log-likelihood is estimated by annealed importance sampling from both sides, with a verdict whether it may be quoted. The dotted line is the estimate with ten temperatures of the example that this program grew out of: far too few.&lt;/p&gt;&lt;p&gt;GPL-3.0-or-later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew with another preset and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another model and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model or checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models and shared runs (*.safetensors *.rbmx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint, to go on exactly from here (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model (*.safetensors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GPU stopped at update %1. Your model is safe up to update %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue on CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the bundled model, 40 epochs of the preset Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this curve to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier run, k = %1, rate %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget kept curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart to see the window at %1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another run and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the current run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is kept: see Runs (Ctrl+4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted %1 runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for sharing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One file with settings, seed, changes of the controls and model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy settings as command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save controls…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of all changes of learning rate and momentum, with which rbm train repeats this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer there; it was removed from the recent files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open, but it was trained on %2, and the present images are %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was trained on %2, whose size is not that of the present images, %3. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open its folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save for sharing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared runs (*.rbmx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1: who opens it goes on exactly from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the settings. No command repeats this run, as it began from a model and not from a random start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the settings, but controls were moved while this run trained. With a file of these changes the command repeats the run exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run began from a model, so that its changes are not known from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes of the controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1. The command that repeats this run is on the clipboard: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then pause (Ctrl+F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow motion: one update in its parts (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pulses around filters that change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::MainWindow::Teaching</name>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons and explanations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundled model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? Five callouts show what there is to see; the Help menu has them later, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the lesson&apos;s run and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the bundled model and lose the training since the last save?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::MnistDownload</name>
    <message>
        <source>the server %1 closed the connection before %2 was complete. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server %1 sends requests for %2 on to other places, too often or unsafely. Nothing was changed; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server %1 does not give %2 (HTTP %3). Nothing was changed; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server %1 cannot be reached (%2). Nothing was changed; check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of MNIST was cancelled. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no server to get it from is named. Nothing was changed; name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no address of a server, which begins with http:// or https://. Nothing was changed; name another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not download MNIST: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server %1 sent nothing of %2 for %3 seconds. Nothing was changed; check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server %1 sends more than %2 bytes as %3, which is too much. Nothing was changed; try again later.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::MonitorsSection</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruction error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free-energy gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden flips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::NegativePage</name>
    <message>
        <source>Step of the chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible states of the chosen chain after each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative phase: the persistent chains go on from where the last update left them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative phase of CD: the chains start at the mini-batch, with hidden units drawn from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative phase: the chains at temperature 1, after some of them swapped states with their hotter replicas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative phase: the persistent chains begin with all units off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one Gibbs step draws all visible, then all hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of the %1 Gibbs steps draws all visible, then all hidden units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;h&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;b&lt;sub&gt;i&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;j&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;W&lt;sub&gt;ij&lt;/sub&gt; h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; ~ &lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible units &lt;b&gt;v&lt;/b&gt;, just drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visible units &lt;b&gt;v&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units &lt;b&gt;h&lt;/b&gt;, just drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units &lt;b&gt;h&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2: v</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2: h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain %1 at the start and after each step; click a picture to go there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::PositivePage</name>
    <message>
        <source>Images of the mini-batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of all hidden units for the chosen image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probabilities of all hidden units for all images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;P&lt;/i&gt;(&lt;i&gt;h&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; = 1 | &lt;b&gt;v&lt;/b&gt;&lt;sub&gt;data&lt;/sub&gt;) = &lt;i&gt;σ&lt;/i&gt;(&lt;i&gt;c&lt;sub&gt;j&lt;/sub&gt;&lt;/i&gt; + Σ&lt;sub&gt;&lt;i&gt;i&lt;/i&gt;&lt;/sub&gt; &lt;i&gt;v&lt;sub&gt;i&lt;/sub&gt; W&lt;sub&gt;ij&lt;/sub&gt;&lt;/i&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive phase: the image of this mini-batch is put on the visible units, and every hidden unit answers with a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive phase: each of the %1 images of this mini-batch is put on the visible units, and every hidden unit answers with a probability.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All images: one row each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1: all %2 hidden units, from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 answers &lt;b&gt;%2&lt;/b&gt; to this image, &lt;b&gt;%3&lt;/b&gt; on average.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::PresetChoice</name>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of your own: no preset has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause to choose another preset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RecentFiles</name>
    <message>
        <source>Clear this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RunDifferences</name>
    <message>
        <source>Settings that differ between the checked runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check two runs or more, and what their settings differ in appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checked runs have the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RunLibrary</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run cannot be read and was left as it is: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs cannot be read and were left as they are; the first: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RunTable</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean log-likelihood of the test images at the last check, in nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interval of 3 sigma around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether it may be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The epoch of the last check: the run may be further by now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gibbs steps per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images per update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate that was in force last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the current run. F2 renames it, Space shows or hides its curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. F2 renames it, Space shows or hides its curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RunsPlot</name>
    <message>
        <source>Test log-likelihood of the checked runs by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::RunsWorkspace</name>
    <message>
        <source>Test log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per image; a symbol where it may be quoted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that are scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels between 0 and 1, as the original scores them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels drawn as 0 or 1 once, as the literature scores them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the checked curves (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings of the checked runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished runs appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window keeps no runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space shows or hides a curve, F2 renames, Delete deletes, Ctrl+Return continues, S sorts by this column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves of checked runs appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curve starts after the first check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept, %2 checked, the newest %3 of them in the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kept, %2 in the plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run has no model: the program ended before it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run was trained on %1; open these images first (File menu).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run trains already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a run first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the current run; restart (Ctrl+R) or continue another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains this run on, exactly from where it was left (Ctrl+Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes this run the current one; shows its filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes this run the current one; shows it in the Gibbs explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the selected runs (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::SampleSizeBar</name>
    <message>
        <source>Effective sample size: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all states counted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::SlowMotion</name>
    <message>
        <source>Slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the curve (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Positive phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the data excite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Negative phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model makes up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model less data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum and the new filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part before (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the parts one after another (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part after (N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the next update (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>update %1, unit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which changed most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the run&apos;s own numbers: the chains and weights shown are those after the update, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replayed: the run itself came to slightly other numbers than these, because its device does not repeat itself exactly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has gone on to update %1 since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All epochs of this run are done. Train 10 more, then look at an update here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One update of the training in its parts: what the data excite, what the model makes up, the gradient between the two, and the step.

Make the next update (F10) to see it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::StepPage</name>
    <message>
        <source>What momentum keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step against the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change of the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New momentum &lt;i&gt;m&lt;/i&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(&lt;i&gt;g&lt;/i&gt; + %1 &lt;i&gt;W&lt;/i&gt;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &lt;i&gt;m&lt;/i&gt; − %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>− step × gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov&apos;s move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum &lt;i&gt;m&lt;/i&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;i&gt;m&lt;/i&gt; ← %1 &lt;i&gt;m&lt;/i&gt; − %2 %3&amp;nbsp;&amp;nbsp;&amp;nbsp;&amp;nbsp; &lt;i&gt;W&lt;/i&gt; ← &lt;i&gt;W&lt;/i&gt; + %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against the gradient by the learning rate %1 over %2, on top of what momentum kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schedule leaves %1&amp;nbsp;% of that rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov: the filter moves as if momentum had gone on once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown is the trainer&apos;s own filter; the saved model is an average over many updates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias of unit %1: &lt;b&gt;%2&lt;/b&gt; → &lt;b&gt;%3&lt;/b&gt;. The formula and the run agree to %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TermPicture</name>
    <message>
        <source>±%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ThemeMenu</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TileView</name>
    <message>
        <source>Picture %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TimelinePanel</name>
    <message>
        <source>untrained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model of epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart with the newest model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was trained since these chains began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the newest step (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right go one step, Page Up and Page Down to the next picture, Home to the start, End to the newest step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step %1, the newest is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TimelineView</name>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TrainWorkspace</name>
    <message>
        <source>Log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the plot (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels that are scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels between 0 and 1, as the original scores them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels drawn as 0 or 1 once, with their gray value as the chance, as the literature scores them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test: all test images. Train: as many training images, drawn at random once and for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray pixels are not states of a binary model; the literature scores pixels sampled to 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels sampled to 0 and 1 are states of the model; the literature scores these.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honesty meter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can you quote this number?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model dreams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Persistent chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the filters as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden unit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 chains, each from an image, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 persistent chains, live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats per image, averaged model</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TrainerSection</name>
    <message>
        <source>Trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tempered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inverse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Averaged part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centred gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Biases from data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CD has a chain for each image of an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tempered chains have replicas.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::TransportBar</name>
    <message>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>updates per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What computes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute on the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute on the NVIDIA card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CUDA cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train 10 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch &lt;b&gt;%1&lt;/b&gt; of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::UnitInspector</name>
    <message>
        <source>P(h = 1 | digit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unit in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unit in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a filter to see what it detects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of this unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strongest on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep pinned (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean activation by digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits that excite it most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number %1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at all training images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On all %1 training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, as of update %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>digit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: %3 %, %4 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digit %1, activation %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::UnitsOffBar</name>
    <message>
        <source>Units that are switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch all on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switches every hidden unit on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch the chains go on without it in the Gibbs explorer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1 is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch unit %1 on again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the chains you watch; the training keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more, in the chains you watch; the training keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the chains you watch; the training keeps them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::Worker</name>
    <message>
        <source>This run cannot be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grew beyond %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights %1 at update %2; training paused and went back to the end of epoch %3. Lower the learning rate, then go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rbm::ZoomMenu</name>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
