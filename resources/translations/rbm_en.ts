<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>rbm::GibbsWorkspace</name>
    <message numerus="yes">
        <source>after %Ln Gibbs step(s)</source>
        <translation>
            <numerusform>after %Ln Gibbs step</numerusform>
            <numerusform>after %Ln Gibbs steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rbm::MainWindow</name>
    <message numerus="yes">
        <source>Copied %Ln line(s) of the log.</source>
        <translation>
            <numerusform>Copied %Ln line of the log.</numerusform>
            <numerusform>Copied %Ln lines of the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rbm::TrainWorkspace</name>
    <message numerus="yes">
        <source>%Ln hidden unit(s)</source>
        <translation>
            <numerusform>%Ln hidden unit</numerusform>
            <numerusform>%Ln hidden units</numerusform>
        </translation>
    </message>
</context>
</TS>
