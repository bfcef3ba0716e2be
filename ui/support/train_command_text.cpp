#include "ui/support/train_command_text.h"

#include <QStringList>
#include <nlohmann/json.hpp>

#include <string>

namespace rbm {

QString trainCommandText(const TrainingConfig &config) {
    using Json = nlohmann::ordered_json;
    // The members are named as the options are.
    const Json settings = Json::parse(toJson(config));
    const Json usual = Json::parse(toJson(TrainingConfig{}));
    QStringList words = {QStringLiteral("rbm"), QStringLiteral("train")};
    for (const auto &[name, value] : settings.items()) {
        if (value == usual[name] && name != "seed")
            continue;
        words.append(QStringLiteral("--") + QString::fromStdString(name));
        if (value.is_string())
            words.append(QString::fromStdString(value.get<std::string>()));
        else if (!value.is_boolean()) // one that is true: none is by default
            words.append(QString::fromStdString(value.dump()));
    }
    return words.join(QLatin1Char(' '));
}

} // namespace rbm
