#pragma once

#include "engine/base/sentence.h"
#include "engine/training/training_config.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

class QJsonObject;

namespace rbm {

/// Settings of a training run under a name, a file of resources/presets.
struct Preset {
    std::string id;      ///< what `rbm train --preset` calls it, the file's name
    QString name;        ///< what the window calls it
    QString description; ///< one sentence
    /// Settings that the file does not tell are the defaults; the seed always is.
    TrainingConfig config;

    /// Its name or description, in the language that is spoken.
    QString shown(const QString &text) const;
};

/// All of them, in the order in which they are offered; the first is the default.
/// Throws Error where one is damaged.
const std::vector<Preset> &presets();

/// The preset of this id; null where there is none.
const Preset *presetOf(const std::string &id);

/// The preset that these settings are, whatever the seed; null where there is none.
const Preset *presetOf(const TrainingConfig &config);

/// The ids, as for a list of what can be chosen.
std::vector<std::string> presetIds();

/// Reads the content of such a file. Throws Error where it is not one, or where a setting is
/// unknown or out of range.
Preset readPreset(const std::string &id, const QByteArray &json);

/// Settings of a run, with the defaults where they tell nothing. Throws Error as readPreset()
/// does; `owner` begins its sentence.
TrainingConfig readSettings(const QJsonObject &settings, const Sentence &owner);

} // namespace rbm
