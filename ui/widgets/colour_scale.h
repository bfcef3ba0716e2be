#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

namespace rbm {

/// The legend of weights: "-0.9", a bar from the first colour to the last, "+0.9".
class ColourScale : public QWidget {
    Q_OBJECT
public:
    explicit ColourScale(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setColours(const ColourTable &table);
    void setScale(float scale);

    QSize sizeHint() const override { return {200, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tellScale();

    ColourTable m_table{};
    QColor m_text;
    QColor m_border;
    float m_scale = 0;
};

} // namespace rbm
