#pragma once

#include "ui/support/explanations.h"
#include "ui/theme/theme.h"

#include <QDockWidget>
#include <QFrame>

class QBoxLayout;
class QLabel;
class QMainWindow;
class QPushButton;

namespace rbm {

/// A fixed place that says what is under the mouse or has the keyboard: a card below the
/// controls, or a strip below a workspace without them.
class ExplainPanel : public QDockWidget {
    Q_OBJECT
public:
    /// How it lies: a card in the left column, or a strip along the bottom.
    enum class Shape { Card, Strip };

    explicit ExplainPanel(QMainWindow *window);

    void setExplanation(const Explanation &explanation);
    void setShape(Shape shape);
    Shape shape() const { return m_shape; }
    void applyTheme(const Theme &theme);

signals:
    void lessonWanted(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeContent();

    QMainWindow *m_window;
    QWidget *m_margin;
    QFrame *m_card;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_lesson;
    QBoxLayout *m_layout;
    QString m_lessonId;
    Shape m_shape = Shape::Strip;
};

} // namespace rbm
